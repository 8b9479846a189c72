package bookstore.notification;

/**
 * A letter as a mail server gets it. All that the recipient can see of it stands here, and nothing else.
 *
 * @param recipient one bare address
 * @param messageId as in RFC 5322, angle brackets included
 * @param correlationId of the request that it was caused by
 * @param traceparent W3C trace context of that request, empty if there is none
 */
public record Envelope(
        String recipient,
        String subject,
        String html,
        String text,
        String messageId,
        String correlationId,
        String traceparent) {

    public static Envelope of(Mail mail, Letter letter) {
        return new Envelope(
                mail.recipient(),
                letter.subject(),
                letter.html(),
                letter.text(),
                mail.messageId(),
                mail.correlationId(),
                mail.traceparent());
    }
}
