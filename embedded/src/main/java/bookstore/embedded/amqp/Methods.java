package bookstore.embedded.amqp;

import com.rabbitmq.client.impl.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which code answers which AMQP method. */
final class Methods {

    private final Map<Class<? extends Method>, Consumer<Method>> answers = new HashMap<>();

    <M extends Method> Methods on(Class<M> type, Consumer<M> answer) {
        answers.put(type, method -> answer.accept(type.cast(method)));
        return this;
    }

    void answer(Method method) {
        Consumer<Method> answer = answers.get(method.getClass());
        if (answer == null) {
            throw Reply.NOT_IMPLEMENTED.because(method.protocolMethodName());
        }
        answer.accept(method);
    }
}
