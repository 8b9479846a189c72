package bookstore.messaging;

import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.shared.postgres.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What waits to be published, over HTTP. */
class OutboxHttpRoutes extends HttpRoutes {

    /** @param oldestAt absent if nothing waits */
    record Backlog(String context, long waiting, @Nullable Instant oldestAt, long oldestAgeSeconds) {}

    private final List<Outbox> outboxes;
    private final MessageBacklogs backlogs;
    private final Json json;

    OutboxHttpRoutes(List<Outbox> outboxes, MessageBacklogs backlogs, Json json) {
        super("messaging");
        this.outboxes = outboxes;
        this.backlogs = backlogs;
        this.json = json;
    }

    @Override
    protected void operations() {
        answer("messaging-show-outbox", "Show how much each context has still to tell, and since when")
                .process(this::show);
    }

    private void show(Exchange exchange) {
        var items = outboxes.stream().map(this::backlog).toList();
        json.ok(exchange, Map.of("items", items));
    }

    private Backlog backlog(Outbox outbox) {
        var waiting = outbox.waiting();
        return new Backlog(outbox.database().context(), waiting.count(), waiting.oldestAt(), backlogs.age(waiting));
    }
}
