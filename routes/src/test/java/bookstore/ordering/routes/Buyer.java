package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.basket.commands.BasketContents;
import bookstore.catalog.events.BookCreated;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Somebody who orders, and the world that answers. */
final class Buyer {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final String name;
    final Browser browser;
    final OtherContexts others;
    private final ContextDatabase database;
    private final String bearer;

    Buyer(String name, int port, OtherContexts others, ContextDatabase database) {
        this.name = name;
        this.browser = new Browser(port);
        this.others = others;
        this.database = database;
        this.bearer = browser.bearer(name);
    }

    /** A book that the catalogue has just told of, for 12.90. */
    UUID findsBook() {
        var book = UUID.randomUUID();
        others.tell(new BookCreated(book, "9780441013593", "Dune & <Co>", List.of("Herbert"), 1290, "EUR", 9, 1, NOW));
        await().until(() -> count("select count(*) from price_list where book_id = ?", book) == 1);
        return book;
    }

    void fillsBasket(UUID book, int quantity, long shownMinor) {
        others.put(name, List.of(new BasketContents.Line(book, quantity, shownMinor, "EUR")));
    }

    void fillsBasket() {
        fillsBasket(findsBook(), 2, 1290);
    }

    static String form(String token) {
        return """
                {"paymentMethodToken":"%s","email":"alice@example.org","shippingAddress":{"name":"Alice <b>",
                 "line1":"Main Street 1","line2":null,"city":"Berlin","postalCode":"10115","country":"DE"}}"""
                .formatted(token);
    }

    Page submits(String... headers) {
        return post("/api/orders", form("tok_visa"), headers);
    }

    /** Places an order; its id. */
    UUID orders() {
        fillsBasket();
        var page = submits();
        assertThat(page.status()).as(page.body()).isEqualTo(202);
        return UUID.fromString(page.json().path("id").asText());
    }

    Page get(String path) {
        return browser.get(path, "Authorization", bearer);
    }

    /** Without a body. */
    Page post(String path) {
        return browser.send("POST", path, BodyPublishers.noBody(), "Authorization", bearer);
    }

    Page post(String path, String body, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = bearer;
        return browser.post(path, body, all);
    }

    String bearer() {
        return bearer;
    }

    JsonNode order(UUID id) {
        return get("/api/orders/" + id).json();
    }

    void awaits(UUID id, String status) {
        await().untilAsserted(
                        () -> assertThat(order(id).path("status").asText()).isEqualTo(status));
    }

    List<String> steps(UUID id) {
        var items = get("/api/orders/" + id + "/timeline").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(step -> step.path("event").asText())
                .toList();
    }

    void paid(UUID id) {
        others.tell(paidEvent(id));
    }

    static PaymentProcessed paidEvent(UUID id) {
        return new PaymentProcessed(id, "ch_1", 2580, "EUR", NOW);
    }

    void rejected(UUID id) {
        others.tell(new PaymentRejected(id, "CARD_DECLINED", NOW));
    }

    void reserved(UUID id) {
        others.tell(new InventoryReserved(id, NOW));
    }

    void unavailable(UUID id) {
        others.tell(new InventoryUnavailable(id, List.of(), NOW));
    }

    /** Says what cannot be of a confirmed order, and waits until that has been given up. */
    void unavailableAfterAll(UUID id) {
        unavailable(id);
        await().until(() -> deadLetters(id) == 1);
    }

    void refunded(UUID id) {
        others.tell(new RefundProcessed(id, "re_1", 2580, "EUR", NOW));
    }

    /** The time of the order's saga is over. */
    void runsOutOfTime(UUID id) {
        database.jdbc()
                .sql("update sagas set deadline = now(), due_at = now()"
                        + " where id = (select saga_id from orders where id = ?)")
                .param(id)
                .update();
    }

    String saga(UUID id) {
        return database.jdbc()
                .sql("select s.id from sagas s join orders o on o.saga_id = s.id where o.id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    String sagaStatus(UUID id) {
        return database.jdbc()
                .sql("select status from sagas where id = ?")
                .param(saga(id))
                .query(String.class)
                .single();
    }

    /** How often ordering has told so of an order. */
    long told(String routingKey, UUID id) {
        return database.jdbc()
                .sql("select count(*) from outbox where routing_key = ? and payload like '%' || ? || '%'")
                .params(routingKey, id.toString())
                .query(Long.class)
                .single();
    }

    long count(String sql, Object... parameters) {
        return database.jdbc().sql(sql).params(parameters).query(Long.class).single();
    }

    /** How many messages about an order were given up. */
    long deadLetters(UUID id) {
        return count("select count(*) from dead_letters where payload like '%' || ? || '%'", id.toString());
    }
}
