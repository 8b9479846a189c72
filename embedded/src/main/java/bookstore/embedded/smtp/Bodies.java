package bookstore.embedded.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Finds the text of a mail in its parts. */
final class Bodies {

    private Bodies() {}

    /** The first part of that type, {@code text/plain} or {@code text/html}. */
    static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            // asked of the source itself: the usual way depends on what the class loader of the thread sees
            var parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return part.isMimeType(type) ? Optional.of(text(part)) : Optional.empty();
    }

    private static String text(Part part) throws MessagingException, IOException {
        var name = new ContentType(part.getContentType()).getParameter("charset");
        var charset = Charset.forName(
                MimeUtility.javaCharset(Optional.ofNullable(name).orElse("UTF-8")));
        try (var in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset);
        }
    }
}
