package bookstore.messaging;

import bookstore.shared.Cause;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Request;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.apache.camel.support.CamelContextHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.util.ReflectionUtils;

/**
 * Turns what came off the broker into the record that it says it is. Fields that the record does not know are ignored,
 * so that an older consumer understands a newer sender; anything else that does not fit is a permanent failure.
 */
class MessageReader implements Processor {

    static final int VERSION = 1;

    private static final String ORDER_ID = "order-id";

    private final Class<? extends Message> type;
    private final @Nullable Method orderId;

    MessageReader(Class<? extends Message> type) {
        this.type = type;
        this.orderId = ReflectionUtils.findMethod(type, "orderId");
    }

    @Override
    public void process(Exchange exchange) {
        var message = exchange.getMessage();
        new Cause(
                        message.getHeader(Cause.CORRELATION_ID, "", String.class),
                        message.getHeader(Cause.TRACEPARENT, "", String.class))
                .apply();
        MDC.remove(ORDER_ID);
        var name = message.getHeader(SpringRabbitMQConstants.TYPE, String.class);
        if (!MessageType.of(type).routingKey().equals(name)) {
            throw new PermanentFailure("message of type " + name + " in the queue of " + type.getSimpleName());
        }
        if (!isQuestion() && message.getHeader(SpringRabbitMQConstants.MESSAGE_ID) == null) {
            throw new PermanentFailure("message without an id, which cannot be told from another");
        }
        if (MessageHeaders.number(message, MessageHeaders.VERSION, Integer.MAX_VALUE) > VERSION) {
            throw new PermanentFailure("message of a version newer than " + VERSION);
        }
        var read = read(exchange);
        message.setBody(read);
        note(read);
    }

    /** Every line that is logged about a message of an order names the order. */
    private void note(Message read) {
        if (orderId != null) {
            MDC.put(ORDER_ID, String.valueOf(ReflectionUtils.invokeMethod(orderId, read)));
        }
    }

    /** Which nothing is noted of. */
    private boolean isQuestion() {
        return Request.class.isAssignableFrom(type);
    }

    private Message read(Exchange exchange) {
        var json = CamelContextHelper.mandatoryFindSingleByType(exchange.getContext(), ObjectMapper.class);
        try {
            return json.readerFor(type).readValue(exchange.getMessage().getBody(byte[].class));
        } catch (IOException | IllegalArgumentException e) {
            throw new PermanentFailure("not a readable " + type.getSimpleName() + ": " + fault(e));
        }
    }

    /** Where it is, not what the parser says of it, which would quote the message: it may speak of a buyer. */
    private static String fault(Exception e) {
        var kind = e.getClass().getSimpleName();
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return kind + " at " + mapping.getPathReference();
        }
        return e instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? kind + " in column " + parsing.getLocation().getColumnNr()
                : kind;
    }
}
