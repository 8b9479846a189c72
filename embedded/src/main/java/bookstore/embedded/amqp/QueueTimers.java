package bookstore.embedded.amqp;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Wakes a queue when its first message expires, and ends one that nobody has used for {@code x-expires}. */
final class QueueTimers {

    private final Broker broker;
    private final Queue queue;
    private long alarmAt = Entry.NEVER;
    private long lastUsed;
    private @Nullable Future<?> alarm;
    private @Nullable Future<?> idle;

    QueueTimers(Broker broker, Queue queue) {
        this.broker = broker;
        this.queue = queue;
    }

    /** Only the head is watched: as in RabbitMQ's classic queues, a message expires when it gets there. */
    void watch(@Nullable Entry head) {
        if (head == null || head.expiresAt() >= alarmAt) {
            return;
        }
        stop(alarm);
        alarmAt = head.expiresAt();
        alarm = broker.after(alarmAt - System.currentTimeMillis(), () -> {
            alarmAt = Entry.NEVER;
            queue.expire();
        });
    }

    void used() {
        lastUsed = System.currentTimeMillis();
        Long limit = queue.limits().idle();
        if (limit != null && idle == null) {
            idle = broker.after(limit, () -> endIfIdle(limit));
        }
    }

    void stop() {
        stop(alarm);
        stop(idle);
    }

    private void endIfIdle(long limit) {
        boolean consumed = !queue.consumers().isEmpty();
        long left = consumed ? limit : lastUsed + limit - System.currentTimeMillis();
        if (left > 0) {
            idle = broker.after(left, () -> endIfIdle(limit));
        } else {
            broker.topology().deleteQueue(queue);
        }
    }

    private static void stop(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
