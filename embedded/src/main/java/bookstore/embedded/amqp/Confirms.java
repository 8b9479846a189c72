package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Publisher confirms of one channel. Many are answered by one, which is what makes publishing fast. */
final class Confirms {

    private final Deque<Long> refused = new ArrayDeque<>();
    private long published;
    private long answered;

    void accepted() {
        published++;
    }

    void refused() {
        refused.add(++published);
    }

    /** Only to be called after the journal was flushed. */
    void answer(Consumer<Method> send) {
        for (Long number = refused.poll(); number != null; number = refused.poll()) {
            acknowledge(number - 1, send);
            send.accept(new AMQP.Basic.Nack.Builder().deliveryTag(number).build());
            answered = number;
        }
        acknowledge(published, send);
    }

    private void acknowledge(long upTo, Consumer<Method> send) {
        if (upTo > answered) {
            boolean several = upTo - answered > 1;
            send.accept(new AMQP.Basic.Ack.Builder()
                    .deliveryTag(upTo)
                    .multiple(several)
                    .build());
            answered = upTo;
        }
    }
}
