package bookstore.notification;

import java.util.Map;
import java.util.UUID;

/**
 * A mail that has been taken out of the box to be sent.
 *
 * @param messageId the one id of this kind of mail about this order or user, however often it is sent
 * @param attempt which attempt this is, from 1
 * @param fence rises with each taking; what is reported under an older one is not believed
 * @param correlationId of the request that it was caused by
 * @param traceparent W3C trace context of that request, empty if there is none
 */
public record Mail(
        UUID id,
        MailKind kind,
        String recipient,
        String locale,
        Map<String, Object> facts,
        String messageId,
        int attempt,
        long fence,
        String correlationId,
        String traceparent) {}
