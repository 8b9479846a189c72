package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.messaging.Wire;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.postgres.ContextDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The comparison of the books as an admin asks for it, with the contexts that are asked for theirs. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=finance,identity,ordering,inventory,notification",
            "bookstore.finance.reconciliation.every=2s"
        })
@DirtiesContext
class BooksCompareTest {

    private static final String PATH = "/api/admin/reconciliation";
    private static final String LONG_AGO = "'2020-01-01T00:00:00Z'";

    private final Wire wire;
    private final Browser browser;
    private final ContextDatabase ordering;
    private final ContextDatabase inventory;
    private final ContextDatabase notification;
    private final UUID order = UUID.randomUUID();
    private final String admin;

    BooksCompareTest(
            @Autowired RabbitTemplate rabbit,
            @Autowired @Qualifier("orderingDatabase") ContextDatabase ordering,
            @Autowired @Qualifier("inventoryDatabase") ContextDatabase inventory,
            @Autowired @Qualifier("notificationDatabase") ContextDatabase notification,
            @LocalServerPort int port) {
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
        this.ordering = ordering;
        this.inventory = inventory;
        this.notification = notification;
        this.admin = browser.bearer("admin");
    }

    @Test
    void books_that_were_sent_without_money_are_found_by_the_clock() {
        wire.tell(new OrderConfirmed(
                order, "buyer", "buyer@example.com", 1290, "EUR", Instant.parse("2020-01-01T00:00:00Z")));

        finds(order, "CONFIRMED_BUT_NOT_PAID", "ORDER_UNKNOWN");
    }

    @Test
    void an_order_that_ordering_never_ended_is_found() {
        order("PAYMENT_PENDING");

        finds(order, "ORDER_NEVER_ENDED");
    }

    @Test
    void a_confirmed_order_of_which_no_other_book_knows_is_found_in_each() {
        order("ORDER_CONFIRMED");

        finds(order, "CONFIRMED_BUT_NOT_SHIPPED", "MAIL_MISSING", "ORDER_END_NOT_HEARD");
    }

    @Test
    void books_held_for_an_order_that_there_is_not_are_found() {
        change(
                inventory,
                "insert into reservations (order_id, state, changed_at) values (?, 'HELD', " + LONG_AGO + ")",
                order);

        finds(order, "BOOKS_WITHOUT_ORDER");
    }

    @Test
    void a_book_of_which_more_copies_count_as_reserved_than_are_held_is_found() {
        change(inventory, "insert into stock (book_id, on_hand, reserved) values (?, 5, 2)", order);
        change(inventory, "insert into movements (book_id, cause, copies) values (?, 'OPENING', 5)", order);

        finds(order, "STOCK_MISCOUNTED");
    }

    @Test
    void a_book_of_which_a_copy_has_gone_unseen_is_found() {
        change(inventory, "insert into stock (book_id, on_hand) values (?, 4)", order);
        change(inventory, "insert into movements (book_id, cause, copies) values (?, 'RECEIVED', 5)", order);

        finds(order, "STOCK_UNEXPLAINED");
    }

    @Test
    void a_mail_about_an_order_that_there_is_not_is_found() {
        change(
                notification,
                "insert into mails (id, kind, about, facts, message_id, correlation_id, traceparent, status, queued_at)"
                        + " values (gen_random_uuid(), 'ORDER_CONFIRMED', ?::text, '{}', gen_random_uuid(), '', '',"
                        + " 'SENT', " + LONG_AGO + ")",
                order);

        finds(order, "MAIL_WITHOUT_CAUSE");
    }

    @Test
    void a_message_that_ordering_has_sent_and_finance_has_not_heard_is_found() {
        change(
                ordering,
                "insert into outbox (message_id, exchange, routing_key, payload, correlation_id, traceparent,"
                        + " published_at) values (?, 'ordering.events', 'order.created', '{}', '', '', " + LONG_AGO
                        + ")",
                order);

        finds(order, "MESSAGE_NOT_HEARD");
    }

    @Test
    void an_admin_has_the_books_compared() {
        var noBody = BodyPublishers.noBody();

        var run = browser.send("POST", PATH, noBody, "Authorization", admin);

        assertThat(run.status()).as(run.body()).isIn(200, 409);
        assertThat(browser.get(PATH, "Authorization", admin)
                        .json()
                        .at("/latest/ranAt")
                        .asText())
                .startsWith("20");
        assertThat(browser.send("POST", PATH, noBody, "Authorization", browser.bearer("alice"))
                        .status())
                .isEqualTo(403);
    }

    private void order(String status) {
        change(
                ordering,
                "insert into orders (id, buyer_id, email, status, total_minor, currency, shipping_address, placed_at,"
                        + " basket_id, basket_version, saga_id) values (?, 'buyer', 'buyer@example.com', '" + status
                        + "', 1290, 'EUR', '{}', " + LONG_AGO
                        + ", gen_random_uuid()::text, 1, gen_random_uuid()::text)",
                order);
        change(
                ordering,
                "insert into order_timeline (order_id, version, at, event, to_status) values (?, 1, " + LONG_AGO
                        + ", 'Planted', '" + status + "')",
                order);
    }

    private static void change(ContextDatabase database, String sql, UUID id) {
        database.jdbc().sql(sql).param(id).update();
    }

    private void finds(UUID about, String... kinds) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(kinds(about)).containsExactlyInAnyOrder(kinds));
    }

    private List<String> kinds(UUID about) {
        var kinds = new ArrayList<String>();
        var page = browser.get(PATH + "?size=100", "Authorization", admin);
        for (var item : page.json().path("items")) {
            if (item.path("orderId").asText().equals(about.toString())) {
                kinds.add(item.path("kind").asText());
            }
        }
        return kinds;
    }
}
