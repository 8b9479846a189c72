package bookstore.messaging;

import bookstore.shared.Cause;
import bookstore.shared.MessageType;
import bookstore.shared.Request;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.apache.camel.support.CamelContextHelper;

/**
 * How a route asks another context: {@code .process(question::ask).to(question.endpoint()).process(question::answer)}.
 * The request is the body before, the answer the body behind; no answer is an
 * {@link org.apache.camel.ExchangeTimedOutException}, which the edge answers 503.
 *
 * @param request what is asked
 * @param answer what is answered
 */
public record Question(Class<? extends Request> request, Class<?> answer) {

    /** Where the question is asked. */
    public String endpoint() {
        var type = MessageType.of(request);
        return "kamelet:request-action?exchange=" + type.exchange() + "&routingKey=" + type.routingKey();
    }

    /** Writes the request that is the body. */
    public void ask(Exchange exchange) {
        var cause = Cause.current();
        var message = exchange.getMessage();
        message.setBody(request.cast(message.getBody()));
        message.setHeader(SpringRabbitMQConstants.TYPE, MessageType.of(request).routingKey());
        message.setHeader(MessageHeaders.VERSION, MessageReader.VERSION);
        message.setHeader(Cause.CORRELATION_ID, cause.correlationId());
        message.setHeader(Cause.TRACEPARENT, cause.traceparent());
        MessageWriter.write(exchange);
    }

    /** Reads the answer that is the body; fields that are not known here are ignored. */
    public void answer(Exchange exchange) {
        var json = CamelContextHelper.mandatoryFindSingleByType(exchange.getContext(), ObjectMapper.class);
        var message = exchange.getMessage();
        try {
            message.setBody(Objects.requireNonNull(json.readerFor(answer).readValue(message.getBody(byte[].class))));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("no readable " + answer.getSimpleName() + " came back", e);
        }
    }
}
