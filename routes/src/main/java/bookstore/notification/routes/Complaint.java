package bookstore.notification.routes;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with a mail, in one line for whoever looks at it later. */
final class Complaint {

    private static final Logger LOG = LoggerFactory.getLogger(Complaint.class);

    private Complaint() {}

    static String of(Exchange exchange) {
        var root = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var complaint = root.getClass().getSimpleName() + ": " + root.getMessage();
        LOG.warn("Mail not sent cause={}", complaint.lines().findFirst().orElse(""));
        return complaint;
    }
}
