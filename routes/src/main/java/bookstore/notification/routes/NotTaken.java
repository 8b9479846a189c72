package bookstore.notification.routes;

import bookstore.shared.PermanentFailure;
import jakarta.mail.internet.AddressException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Tells a mail that no server will ever take from a server that takes none for now. For good is only what was said of this
 * mail: a 5xx reply to its recipient or its content (RFC 5321, 4.2.1), or that it cannot be written. A log-in or a sender
 * that is turned down concerns all mails, and passes when somebody has mended the settings.
 */
final class NotTaken {

    /** "Too many recipients", or a mailbox that is full: treated as 452, as RFC 5321 (4.5.3.1.10) asks for. */
    private static final int FULL = 552;

    private NotTaken() {}

    static boolean forGood(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(NotTaken::saysSo);
    }

    private static boolean saysSo(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode() >= 500 && refused.getReturnCode() != FULL;
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode() >= 500
                    && !String.valueOf(refused.getCommand()).startsWith("MAIL");
        }
        return failure instanceof PermanentFailure || failure instanceof AddressException;
    }
}
