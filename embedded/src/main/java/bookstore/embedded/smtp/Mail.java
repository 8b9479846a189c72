package bookstore.embedded.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of mails says of one.
 *
 * @param id its number, which grows
 */
record Mail(String id, String messageId, String from, String to, String subject, Instant date) {

    static Mail of(String id, MimeMessage mail) throws MessagingException {
        return new Mail(
                id,
                text(mail.getMessageID()),
                addresses(mail.getFrom()),
                addresses(mail.getAllRecipients()),
                text(mail.getSubject()),
                Optional.ofNullable(mail.getSentDate()).orElse(new Date(0)).toInstant());
    }

    Map<String, Object> fields() {
        return Map.of(
                "id", id,
                "messageId", messageId,
                "from", from,
                "to", to,
                "subject", subject,
                "date", date.toString());
    }

    private static String addresses(Address @Nullable [] addresses) {
        return Optional.ofNullable(addresses)
                .map(Arrays::stream)
                .orElse(Stream.empty())
                .map(Address::toString)
                .collect(Collectors.joining(", "));
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
