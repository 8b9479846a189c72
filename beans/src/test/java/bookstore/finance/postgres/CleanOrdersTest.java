package bookstore.finance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.finance.Reconciliation.Finding;
import bookstore.finance.Reconciliation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ten thousand orders that went their ways through all contexts, and a handful of books that were falsified. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CleanOrdersTest {

    private static final int ORDERS = 10_000;
    private static OrderMill mill;

    @BeforeAll
    static void run() {
        mill = new OrderMill();
        mill.run(ORDERS);
    }

    @AfterAll
    static void close() {
        mill.close();
    }

    @Test
    @Order(1)
    void ten_thousand_clean_orders_give_no_finding() {
        var run = mill.reconciliation().run().orElseThrow();

        assertThat(found()).isEmpty();
        assertThat(run.open()).isZero();
        assertThat(run.checked()).isEqualTo(2 * ORDERS);
        assertThat(mill.count("ordering", "select count(*) from orders where status = 'ORDER_CONFIRMED'"))
                .isEqualTo(8_000);
    }

    @Test
    @Order(2)
    void what_is_planted_among_them_is_found_and_nothing_else() {
        var orders = mill.confirmed(8);
        var message = UUID.randomUUID();
        var book = UUID.fromString("00000000-0000-7000-8000-000000000001");
        mill.change("inventory", "insert into stock (book_id, on_hand, reserved) values (?, 3, 1)", book);
        mill.change("finance", "delete from simulator_charges where key = ?", orders.get(0));
        mill.change("finance", "update simulator_charges set amount_minor = 1 where key = ?", orders.get(1));
        mill.change("finance", "insert into simulator_refunds (key, refunded_at) values (?, now())", orders.get(2));
        mill.falsifyLedger(orders.get(3));
        mill.change("inventory", "update reservations set state = 'RELEASED' where order_id = ?", orders.get(4));
        mill.change(
                "notification", "delete from mails where about = ?::text and kind = 'ORDER_CONFIRMED'", orders.get(5));
        mill.change("ordering", "update orders set status = 'PAYMENT_PENDING' where id = ?", orders.get(6));
        mill.change("finance", "update payments set state = 'DECLINED' where order_id = ?", orders.get(7));
        mill.change(
                "ordering",
                "insert into outbox (message_id, exchange, routing_key, payload, correlation_id, traceparent,"
                        + " published_at) values (?, 'ordering.events', 'order.confirmed', '{}', '', '', now())",
                message);

        mill.reconciliation().run();

        assertThat(found())
                .containsExactlyInAnyOrder(
                        Kind.CHARGE_UNKNOWN_TO_PROVIDER + " " + orders.get(0),
                        Kind.CHARGE_DIFFERS + " " + orders.get(1),
                        Kind.REFUND_UNKNOWN_TO_US + " " + orders.get(2),
                        Kind.LEDGER_DIFFERS + " " + orders.get(3),
                        Kind.CONFIRMED_BUT_NOT_SHIPPED + " " + orders.get(4),
                        Kind.MAIL_MISSING + " " + orders.get(5),
                        Kind.ORDER_NEVER_ENDED + " " + orders.get(6),
                        Kind.MAIL_WITHOUT_CAUSE + " " + orders.get(6),
                        Kind.CHARGE_UNKNOWN_TO_US + " " + orders.get(7),
                        Kind.CONFIRMED_BUT_NOT_PAID + " " + orders.get(7),
                        Kind.LEDGER_DIFFERS + " " + orders.get(7),
                        Kind.STOCK_MISCOUNTED + " " + book,
                        Kind.STOCK_UNEXPLAINED + " " + book,
                        Kind.MESSAGE_NOT_HEARD + " " + message);
    }

    private static List<String> found() {
        return mill.reconciliation().findings(true, Optional.empty(), 100).stream()
                .map(CleanOrdersTest::words)
                .toList();
    }

    private static String words(Finding finding) {
        return finding.kind() + " " + finding.orderId();
    }
}
