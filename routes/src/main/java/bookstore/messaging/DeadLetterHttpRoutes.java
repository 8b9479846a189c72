package bookstore.messaging;

import bookstore.edge.Caller;
import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.messaging.DeadLetterFilter.Cursor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The desk over HTTP. */
class DeadLetterHttpRoutes extends HttpRoutes {

    /** How many dead letters one request may replay. */
    private static final int MANY = 10_000;

    /** @param next cursor of the page that follows; absent on the last */
    record Page(List<ParkedMessage> items, @Nullable String next) {}

    /** @param body what the message says instead; null to leave it as it is */
    record Edit(@Nullable JsonNode body) {}

    /** Which dead letters to replay. */
    record ReplayMany(Wanted filter) {
        record Wanted(@Nullable String consumer, @Nullable String cause) {}
    }

    private final DeadLetterDesk desk;
    private final Json json;

    DeadLetterHttpRoutes(DeadLetterDesk desk, Json json) {
        super("messaging");
        this.desk = desk;
        this.json = json;
    }

    @Override
    protected void operations() {
        answer("messaging-list-dead-letters", "List dead letters, the latest first")
                .process(this::list);

        answer("messaging-show-dead-letter", "Show a dead letter with its body").process(this::show);

        answer("messaging-replay-dead-letter", "Bring a dead letter back to its consumer, edited or as it is")
                .process(this::replay);

        answer("messaging-replay-dead-letters", "Bring all dead letters of a kind back, so many a second")
                .process(this::replayMany)
                .to(DeadLetterReplayRoutes.REPLAY_MANY)
                .process(this::begun);

        answer("messaging-discard-dead-letter", "Give a dead letter up for good")
                .process(this::discard);
    }

    private void list(Exchange exchange) {
        var asked = Parameters.of(exchange);
        var size = asked.number("size");
        var filter = new DeadLetterFilter(
                asked.find("consumer").orElse(null),
                asked.find("cause").orElse(null),
                ParkedMessage.State.valueOf(asked.text("state")));
        var items = desk.list(filter, asked.find("after").map(Cursor::parse), size);
        var next = items.size() < size ? null : Cursor.of(items.get(size - 1)).toString();
        json.ok(exchange, new Page(items, next));
    }

    private void show(Exchange exchange) {
        json.ok(exchange, desk.find(Parameters.of(exchange).id("id")));
    }

    private void replay(Exchange exchange) {
        var edited = exchange.getMessage().getBody() == null
                ? null
                : json.read(exchange, Edit.class).body();
        var id = Parameters.of(exchange).id("id");
        var body = edited == null ? null : edited.toString();
        json.ok(exchange, desk.replay(id, body, Caller.of(exchange).userId()));
    }

    private void replayMany(Exchange exchange) {
        var wanted = json.read(exchange, ReplayMany.class).filter();
        var who = Caller.of(exchange).userId();
        var orders = desk.ids(DeadLetterFilter.parked(wanted.consumer(), wanted.cause()), MANY).stream()
                .map(id -> new DeadLetterReplayRoutes.Order(id, who))
                .toList();
        exchange.setVariable("matching", orders.size());
        exchange.getMessage().setBody(orders);
    }

    private void begun(Exchange exchange) {
        json.answer(exchange, 202, Map.of("matching", exchange.getVariable("matching")));
    }

    private void discard(Exchange exchange) {
        desk.discard(Parameters.of(exchange).id("id"), Caller.of(exchange).userId());
        json.noContent(exchange);
    }
}
