package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.LongString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher sent. The content header stays as it came on the wire, so that nothing is lost by reading it.
 *
 * @param keys the routing key, then those of the headers CC and BCC
 */
record Message(String exchange, List<String> keys, BasicProperties properties, byte[] header, byte[] body) {

    static Message published(String exchange, String routingKey, byte[] header, byte[] body) {
        BasicProperties properties = Codec.properties(header);
        Map<String, Object> headers = properties.getHeaders();
        if (headers == null || !headers.containsKey("CC") && !headers.containsKey("BCC")) {
            return new Message(exchange, List.of(routingKey), properties, header, body);
        }
        var keys = new ArrayList<>(List.of(routingKey));
        keys.addAll(copies(headers, "CC"));
        keys.addAll(copies(headers, "BCC"));
        var visible = new HashMap<>(headers);
        visible.remove("BCC");
        return new Message(exchange, keys, properties, header, body).withHeaders(visible);
    }

    /** Sender-selected distribution, an extension of RabbitMQ. */
    static List<String> copies(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(LongString.class::isInstance)) {
            throw Reply.PRECONDITION_FAILED.because("unacceptable type in header '" + name + "'");
        }
        return list.stream().map(Object::toString).toList();
    }

    Message with(BasicProperties changed) {
        return new Message(exchange, keys, changed, Codec.header(changed, body.length), body);
    }

    Message withHeaders(Map<String, Object> headers) {
        return with(properties.builder().headers(headers).build());
    }

    Message sentTo(String otherExchange, List<String> otherKeys) {
        return new Message(otherExchange, otherKeys, properties, header, body);
    }

    Message withoutHeader(String name) {
        if (!headers().containsKey(name)) {
            return this;
        }
        var headers = new HashMap<>(headers());
        headers.remove(name);
        return withHeaders(headers);
    }

    Message withHeader(String name, Object value) {
        var headers = new HashMap<>(headers());
        headers.put(name, value);
        return withHeaders(headers);
    }

    String routingKey() {
        return keys.get(0);
    }

    Map<String, Object> headers() {
        Map<String, Object> headers = properties.getHeaders();
        return headers == null ? Map.of() : headers;
    }

    boolean persistent() {
        Integer mode = properties.getDeliveryMode();
        return mode != null && mode == 2;
    }

    int priority() {
        Integer priority = properties.getPriority();
        return priority == null ? 0 : priority;
    }

    /** The publisher's own time to live in milliseconds. */
    @Nullable
    Long timeToLive() {
        String expiration = properties.getExpiration();
        if (expiration == null) {
            return null;
        }
        try {
            long millis = Long.parseLong(expiration);
            if (millis >= 0) {
                return millis;
            }
            throw invalid(expiration);
        } catch (NumberFormatException e) {
            throw invalid(expiration);
        }
    }

    private static Refusal invalid(String expiration) {
        return Reply.PRECONDITION_FAILED.because("invalid expiration '" + expiration + "'");
    }
}
