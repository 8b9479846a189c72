package bookstore.messaging;

import bookstore.shared.Message;
import bookstore.shared.MessageType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Another context, as far as it can be heard. */
public record Wire(RabbitTemplate rabbit) {

    public static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    public void tell(Message message) {
        tell(message, UUID.randomUUID());
    }

    public void tell(Message message, UUID messageId) {
        try {
            var type = MessageType.of(message.getClass());
            tell(type, JSON.writeValueAsString(message), messageId);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whatever it is, under the name of a message. */
    public void tell(MessageType type, String body, UUID messageId) {
        var message = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setMessageId(messageId.toString())
                .setType(type.routingKey())
                .setHeader("correlation-id", "story-1")
                .setHeader("traceparent", TRACEPARENT)
                .setHeader("version", 1)
                // what an attacker would like to get through
                .setHeader("To", "evil@evil.example")
                .setHeader("Bcc", "evil@evil.example")
                .setHeader("Subject", "forged")
                .setHeader("mail.smtp.host", "evil.example")
                .build();
        rabbit.send(type.exchange(), type.routingKey(), message);
    }
}
