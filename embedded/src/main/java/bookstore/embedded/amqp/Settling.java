package bookstore.embedded.amqp;

import bookstore.embedded.amqp.Unacknowledged.Delivery;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQImpl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acknowledging, declining and transactions on a channel. */
final class Settling {

    private final Channel channel;
    private final Broker broker;
    private @Nullable Transaction transaction;

    Settling(Channel channel, Broker broker, Methods methods) {
        this.channel = channel;
        this.broker = broker;
        methods.on(AMQImpl.Basic.Ack.class, ack -> acknowledge(ack.getDeliveryTag(), ack.getMultiple()))
                .on(
                        AMQImpl.Basic.Nack.class,
                        nack -> decline(nack.getDeliveryTag(), nack.getMultiple(), nack.getRequeue()))
                .on(AMQImpl.Basic.Reject.class, reject -> decline(reject.getDeliveryTag(), false, reject.getRequeue()))
                .on(AMQImpl.Basic.Recover.class, this::recover)
                .on(AMQImpl.Basic.RecoverAsync.class, recover -> recover(recover.getRequeue()))
                .on(AMQImpl.Tx.Select.class, select -> begin())
                .on(AMQImpl.Tx.Commit.class, commit -> commit())
                .on(AMQImpl.Tx.Rollback.class, rollback -> rollback());
    }

    @Nullable
    Transaction transaction() {
        return transaction;
    }

    /** When the channel ends. */
    void takeBackAll() {
        if (transaction != null) {
            transaction.rollback(channel.unacknowledged());
        }
        takeBack(channel.unacknowledged().takeAll(), false);
    }

    private void acknowledge(long tag, boolean multiple) {
        settle(
                channel.unacknowledged().take(tag, multiple),
                delivery -> delivery.queue().custody().acknowledged(delivery.entry()));
    }

    private void decline(long tag, boolean multiple, boolean requeue) {
        List<Delivery> deliveries = channel.unacknowledged().take(tag, multiple);
        if (!requeue) {
            settle(deliveries, delivery -> delivery.queue().custody().rejected(delivery.entry()));
        } else if (transaction == null) {
            takeBack(deliveries, true);
        } else {
            transaction.settle(deliveries, () -> takeBack(deliveries, true));
        }
    }

    private void settle(List<Delivery> deliveries, java.util.function.Consumer<Delivery> how) {
        Runnable work = () -> {
            deliveries.forEach(how);
            deliveries.forEach(Delivery::settled);
            pump();
        };
        if (transaction == null) {
            work.run();
        } else {
            transaction.settle(deliveries, work);
        }
    }

    private void takeBack(List<Delivery> deliveries, boolean declined) {
        var byQueue = new LinkedHashMap<Queue, List<Entry>>();
        for (Delivery delivery : deliveries) {
            delivery.settled();
            byQueue.computeIfAbsent(delivery.queue(), queue -> new ArrayList<>())
                    .add(delivery.entry());
        }
        byQueue.forEach((queue, entries) -> queue.takeBack(entries, declined));
        pump();
    }

    void pump() {
        channel.consumers().values().stream()
                .map(Consumer::queue)
                .distinct()
                .toList()
                .forEach(Queue::pump);
    }

    private void recover(AMQP.Basic.Recover recover) {
        recover(recover.getRequeue());
        channel.send(new AMQP.Basic.RecoverOk.Builder().build());
    }

    private void recover(boolean requeue) {
        if (!requeue) {
            throw Reply.NOT_IMPLEMENTED.because("requeue=false");
        }
        takeBack(channel.unacknowledged().takeAll(), false);
    }

    private void begin() {
        if (channel.publishing().confirming()) {
            throw Reply.PRECONDITION_FAILED.because("cannot switch from confirm to tx mode");
        }
        if (transaction == null) {
            transaction = new Transaction();
        }
        channel.send(new AMQP.Tx.SelectOk.Builder().build());
    }

    private void commit() {
        begun().commit();
        broker.settle();
        channel.send(new AMQP.Tx.CommitOk.Builder().build());
    }

    private void rollback() {
        begun().rollback(channel.unacknowledged());
        channel.send(new AMQP.Tx.RollbackOk.Builder().build());
    }

    private Transaction begun() {
        if (transaction == null) {
            throw Reply.PRECONDITION_FAILED.because("channel is not transactional");
        }
        return transaction;
    }
}
