package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What buyers see of their orders and can do with them, and others cannot. */
@OrderingAlone
class OrderViewsTest {

    private final Buyer alice;
    private final Buyer bob;
    private final Buyer admin;

    OrderViewsTest(@Autowired Buyers buyers) {
        this.alice = buyers.named("alice");
        this.bob = buyers.named("bob");
        this.admin = buyers.named("admin");
    }

    @Test
    void orders_are_listed_from_the_newest_page_by_page() {
        var old = alice.orders();
        var middle = alice.orders();
        var fresh = alice.orders();

        var first = alice.get("/api/orders?size=2").json();
        var second = alice.get("/api/orders?size=2&after=" + first.path("after").asText())
                .json();

        assertThat(ids(first.path("items"))).containsExactly(fresh, middle);
        assertThat(ids(second.path("items"))).startsWith(old);
        assertThat(ids(alice.get("/api/orders?status=ORDER_CONFIRMED&size=100")
                        .json()
                        .path("items")))
                .doesNotContain(old, middle, fresh);
        assertThat(ids(alice.get("/api/orders?status=PAYMENT_PENDING&size=100")
                        .json()
                        .path("items")))
                .contains(old, middle, fresh);
    }

    @Test
    void the_orders_of_others_are_not_there() {
        var id = alice.orders();

        for (var part : List.of("", "/timeline", "/events", "/invoice")) {
            assertThat(bob.get("/api/orders/" + id + part).status()).as(part).isEqualTo(404);
        }
        for (var verb : List.of("/cancel", "/reorder")) {
            assertThat(bob.post("/api/orders/" + id + verb).status()).as(verb).isEqualTo(404);
            assertThat(admin.post("/api/orders/" + id + verb).status()).as(verb).isEqualTo(404);
        }
        assertThat(bob.get("/api/orders?buyer=alice").status()).isEqualTo(403);
        assertThat(ids(bob.get("/api/orders?size=100").json().path("items"))).doesNotContain(id);
        assertThat(admin.get("/api/orders/" + id).status()).isEqualTo(200);
        assertThat(ids(admin.get("/api/orders?buyer=alice&size=100").json().path("items")))
                .contains(id);
        assertThat(ids(admin.get("/api/orders?buyer=bob&size=100").json().path("items")))
                .doesNotContain(id);
        assertThat(alice.get("/api/orders/nonsense").status()).isEqualTo(404);
    }

    @Test
    void the_steps_of_an_order_are_told_as_they_happen() {
        var id = alice.orders();
        var lines = new CopyOnWriteArrayList<String>();
        var stream = watch(id, lines);
        await().until(() -> lines.contains("event: OrderCreated"));
        // silence is broken
        await().until(() -> lines.contains(": "));

        alice.paid(id);
        await().until(() -> lines.contains("event: PaymentProcessed"));
        assertThat(stream).isNotDone();
        alice.reserved(id);
        stream.join();

        assertThat(lines.stream().filter(line -> line.startsWith("id: ")))
                .containsExactly("id: 1", "id: 2", "id: 3", "id: 4");
        assertThat(lines.stream().filter(line -> line.startsWith("data: ")))
                .last()
                .asString()
                .contains("\"event\":\"InventoryReserved\"", "\"to\":\"ORDER_CONFIRMED\"");
    }

    @Test
    void who_comes_back_is_told_only_what_is_new() {
        var id = alice.orders();
        alice.rejected(id);
        alice.awaits(id, "ORDER_CANCELLED");
        var lines = new CopyOnWriteArrayList<String>();

        watch(id, lines, "Last-Event-ID", "3").join();

        assertThat(lines.stream().filter(line -> line.startsWith("event: "))).containsExactly("event: OrderCancelled");
        // at which an EventSource does not come back
        assertThat(watches(id, "Last-Event-ID", "4").status()).isEqualTo(204);
        assertThat(watches(id).status()).isEqualTo(200);
    }

    @Test
    void a_caller_may_watch_a_few_orders_at_once() {
        var id = alice.orders();
        var streams = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 6; i++) {
            var lines = new CopyOnWriteArrayList<String>();
            streams.add(watch(id, lines));
            await().until(() -> !lines.isEmpty());
        }

        var page = watches(id);

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        alice.rejected(id);
        streams.forEach(CompletableFuture::join);
        await().until(() -> watches(id).status() == 200);
    }

    private Browser.Page watches(UUID id, String... headers) {
        var all = Stream.concat(Stream.of("Authorization", alice.bearer()), Stream.of(headers));
        return alice.browser.get("/api/orders/" + id + "/events", all.toArray(String[]::new));
    }

    @Test
    void a_buyer_may_cancel_until_the_order_is_confirmed() {
        var id = alice.orders();
        assertThat(alice.order(id).at("/links/cancel").asText()).isEqualTo("/api/orders/" + id + "/cancel");

        var page = alice.post("/api/orders/" + id + "/cancel");

        assertThat(page.status()).isEqualTo(202);
        assertThat(page.header("Location")).isEqualTo("/api/orders/" + id);
        assertThat(page.json().path("status").asText()).isEqualTo("PAYMENT_FAILED");
        alice.awaits(id, "ORDER_CANCELLED");
        assertThat(alice.order(id).path("reason").asText()).isEqualTo("CANCELLED_BY_BUYER");
        assertThat(alice.order(id).at("/links/cancel").isMissingNode()).isTrue();

        var confirmed = confirmed();
        var late = alice.post("/api/orders/" + confirmed + "/cancel");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("cancellableStates")).hasSize(2);
        assertThat(late.json().path("possible").toString()).contains("reorder");
    }

    @Test
    void the_same_can_be_ordered_once_more() {
        var id = alice.orders();
        alice.others.put("alice", List.of());

        var page = alice.post("/api/orders/" + id + "/reorder");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(page.json().at("/items/0/book/stock/available").asInt()).isEqualTo(7);
        assertThat(page.json().at("/items/0/book/stock/status").asText()).isEqualTo("IN_STOCK");
        assertThat(page.json().at("/total/amount").asText()).isEqualTo("25.80");
        assertThat(page.json().path("expiresAt").asText()).isEqualTo(Buyer.NOW.toString());
        assertThat(alice.submits().status()).isEqualTo(202);
    }

    @Test
    void a_confirmed_order_has_an_invoice() {
        var pending = alice.orders();
        assertThat(alice.get("/api/orders/" + pending + "/invoice").status()).isEqualTo(409);

        var page = alice.get("/api/orders/" + confirmed() + "/invoice");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("Dune &amp; &lt;Co&gt;", "Alice &lt;b&gt;", "25.80 EUR", "7 % VAT", "1.69 EUR");
        assertThat(page.body()).doesNotContain("<b>", "{{", "null");
    }

    private UUID confirmed() {
        var id = alice.orders();
        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");
        alice.reserved(id);
        alice.awaits(id, "ORDER_CONFIRMED");
        return id;
    }

    private CompletableFuture<Void> watch(UUID id, List<String> lines, String... headers) {
        var request = HttpRequest.newBuilder(alice.browser.at("/api/orders/" + id + "/events"))
                .header("Authorization", alice.bearer())
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
    }

    private static List<UUID> ids(Iterable<JsonNode> orders) {
        return StreamSupport.stream(orders.spliterator(), false)
                .map(order -> UUID.fromString(order.path("id").asText()))
                .toList();
    }
}
