package bookstore.notification.routes;

import bookstore.notification.Envelope;
import bookstore.notification.Mail;
import bookstore.notification.Mailbox;
import bookstore.notification.Templates;
import bookstore.shared.PermanentFailure;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Brings the mails to the mail server, one at a time: called after each commit, and by the clock for what has to be
 * tried again or was left behind by a crash.
 */
class NotificationDeliveryRoutes extends RouteBuilder {

    /** Where the postman is called. One call waits at most; more would say the same. */
    static final String CALL = "seda:notification-call-postman?size=1&discardWhenFull=true";

    private static final String MAIL = "mail";

    private final Mailbox mailbox;
    private final Templates templates;
    private final String mailServer;

    NotificationDeliveryRoutes(Mailbox mailbox, Templates templates, String mailServer) {
        this.mailbox = mailbox;
        this.templates = templates;
        this.mailServer = mailServer;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from(CALL)
                .routeId("notification-call-postman")
                .routeGroup("notification")
                .routeDescription("Send at once what a transaction has just left in the mailbox")
                .to("direct:notification-empty-mailbox");

        from("timer:notification-mailbox?period={{bookstore.notification.poll}}")
                .routeId("notification-poll-mailbox")
                .routeGroup("notification")
                .routeDescription("Send what is due again, and what a crash has left in the mailbox")
                .to("direct:notification-empty-mailbox");

        from("direct:notification-empty-mailbox")
                .routeId("notification-empty-mailbox")
                .routeGroup("notification")
                .routeDescription("Take one mail after the other until none is due")
                .errorHandler(noErrorHandler())
                .setBody(exchange -> take())
                .loopDoWhile(body().isNotNull())
                .to("direct:notification-send-mail")
                .setBody(exchange -> take())
                .end();

        from("direct:notification-send-mail")
                .routeId("notification-send-mail")
                .routeGroup("notification")
                .routeDescription("Write a letter and hand it to the mail server, and note how that went")
                .errorHandler(noErrorHandler())
                .setVariable(MAIL, body())
                .doTry()
                .transform()
                .body(Mail.class, this::envelope)
                .to("direct:notification-reach-mail-server")
                .process(exchange -> mailbox.sent(mail(exchange)))
                .doCatch(CallNotPermittedException.class)
                .process(exchange -> mailbox.postpone(mail(exchange)))
                .doCatch(Exception.class)
                .process(this::notTaken)
                .end();

        mailServer();
    }

    private void mailServer() {
        from("direct:notification-reach-mail-server")
                .routeId("notification-reach-mail-server")
                .routeGroup("notification")
                .routeDescription(
                        "Hand a letter to the mail server; a server that is down is left in peace for a while")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .id("mail-server")
                .resilience4jConfiguration()
                // without this an open breaker looks like a mail that was sent
                .throwExceptionWhenHalfOpenOrOpenState(true)
                .end()
                .to(mailServer)
                .end();
    }

    private @Nullable Mail take() {
        return mailbox.take().orElse(null);
    }

    private Envelope envelope(Mail mail) {
        try {
            return Envelope.of(mail, templates.write(mail.kind(), mail.locale(), mail.facts()));
        } catch (RuntimeException e) {
            throw new PermanentFailure("a letter that cannot be written: " + e);
        }
    }

    private void notTaken(Exchange exchange) {
        var complaint = Complaint.of(exchange);
        if (NotTaken.forGood(exchange)) {
            mailbox.refused(mail(exchange), complaint);
        } else {
            mailbox.failed(mail(exchange), complaint);
        }
    }

    private static Mail mail(Exchange exchange) {
        return exchange.getVariable(MAIL, Mail.class);
    }
}
