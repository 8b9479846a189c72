package bookstore.notification.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.notification.MailKind;
import bookstore.notification.MailLog;
import bookstore.notification.MailStatus;
import bookstore.notification.Specimen;
import bookstore.notification.Templates;
import bookstore.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What an admin can see of the mails, and do about them. */
class NotificationHttpRoutes extends HttpRoutes {

    /** @param next cursor of the page that follows; absent on the last */
    record Page(List<MailLog.Entry> items, @Nullable UUID next) {}

    private final MailLog log;
    private final Templates templates;
    private final Json json;

    NotificationHttpRoutes(MailLog log, Templates templates, Json json) {
        super("notification");
        this.log = log;
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected void operations() {
        answer("notification-list-mails", "List the mails, the newest first").process(this::list);

        answer("notification-resend-mail", "Send a mail again under the same message id")
                .process(this::resend);

        answer("notification-preview-letter", "Show a letter of a kind with made-up facts")
                .setBody(exchange -> preview(Parameters.of(exchange)))
                .setHeader(Exchange.CONTENT_TYPE, simple("text/${header.part}; charset=utf-8"));
    }

    private void list(Exchange exchange) {
        var asked = Parameters.of(exchange);
        var size = asked.number("size");
        var items = log.list(
                asked.find("status").map(MailStatus::valueOf),
                asked.find("kind").map(MailKind::valueOf),
                asked.find("after").map(UUID::fromString),
                size);
        json.ok(
                exchange,
                new Page(items, items.size() < size ? null : items.get(size - 1).id()));
    }

    private void resend(Exchange exchange) {
        var entry = log.resend(Parameters.of(exchange).id("id")).orElseThrow(() -> Refusal.notFound("This mail"));
        json.answer(exchange, 202, entry);
    }

    private byte[] preview(Parameters asked) {
        var kind = MailKind.valueOf(asked.text("kind"));
        var letter = templates.write(kind, asked.text("locale"), Specimen.facts());
        var part = asked.text("part").equals("html") ? letter.html() : letter.subject() + "\n\n" + letter.text();
        return part.getBytes(StandardCharsets.UTF_8);
    }
}
