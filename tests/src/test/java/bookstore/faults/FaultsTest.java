package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails around the shop, what it has accepted ends, and all books agree. */
@Tag("all-books")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    /** {@code -Dfaults.scale}: how many times as many orders and messages. */
    private static final int SCALE = Integer.getInteger("faults.scale", 1);

    private FaultyShop faulty;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        // the user that PostgreSQL runs as has to pass through
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        faulty = new FaultyShop(directory);
    }

    @AfterAll
    void close() {
        faulty.close();
    }

    @Test
    void orders_survive_a_broker_that_is_killed() throws Exception {
        var crowd = faulty.crowd(2 * SCALE);
        var late = faulty.crowd(1);
        var orders = CompletableFuture.runAsync(crowd::orders);

        faulty.servers.killBroker();
        late.orders();
        faulty.servers.startBroker();

        orders.join();
        faulty.insist(crowd);
        faulty.insist(late);
        faulty.hold();
    }

    @Test
    void orders_survive_a_database_that_is_stopped_at_once() throws Exception {
        var crowd = faulty.crowd(2 * SCALE);
        var late = faulty.crowd(1);
        var orders = CompletableFuture.runAsync(crowd::orders);

        faulty.servers.stopPostgres();
        late.orders();
        faulty.servers.startPostgresAgain();

        orders.join();
        faulty.insist(crowd);
        faulty.insist(late);
        faulty.hold();
    }

    @Test
    void orders_survive_a_provider_that_does_not_answer() throws Exception {
        var crowd = faulty.crowd(2 * SCALE);
        var address = faulty.servers.addresses();
        try (var connection = DriverManager.getConnection(address.url(), "postgres", address.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table finance.simulator_charges in access exclusive mode");
            faulty.insist(crowd);
            await("somebody to wait for the provider").atMost(PATIENCE).until(() -> faulty.waitingForProvider() > 0);
            connection.rollback();
        }

        faulty.hold();
    }

    @Test
    void orders_end_while_the_mail_server_says_nothing_and_the_mails_follow() throws Exception {
        var crowd = faulty.crowd(SCALE);

        faulty.mailServer.fallSilent();
        faulty.allEnd(faulty.insist(crowd));
        await("an unheard mail").atMost(PATIENCE).until(() -> faulty.mailServer.unheard() > 0);
        faulty.mailServer.speakAgain();

        faulty.hold();
    }

    @Test
    void who_checks_out_while_redis_is_away_is_put_off_and_gets_the_books_afterwards() throws Exception {
        var early = faulty.crowd("tok_visa", "tok_slow");
        var crowd = faulty.crowd("tok_visa", "tok_visa", "tok_declined");
        var ordered = faulty.insist(early);
        var before = faulty.orders();

        faulty.redis.vanish();
        crowd.arePutOff();
        assertThat(faulty.redis.unheard()).isPositive();
        assertThat(faulty.orders()).isEqualTo(before);
        faulty.allEnd(ordered);
        faulty.redis.speakAgain();

        faulty.insist(crowd);
        assertThat(faulty.orders()).isEqualTo(before + 3);
        faulty.hold();
    }

    @Test
    void what_is_told_again_and_backwards_changes_nothing() throws Exception {
        try (var tap = new Tap(faulty.servers.addresses())) {
            var crowd = faulty.crowd(2 * SCALE);
            var orders = faulty.insist(crowd);
            var copies = tap.repeatBackwards();
            faulty.allEnd(orders);
            faulty.hold();
            var books = faulty.books();

            copies += tap.repeatBackwards();

            assertThat(copies).isGreaterThan(orders.size() * 10);
            await("the copies to be heard").atMost(PATIENCE).until(tap::isDrained);
            faulty.hold();
            assertThat(faulty.books()).isEqualTo(books);
        }
    }

    @Test
    void what_is_told_anew_under_other_ids_changes_nothing() throws Exception {
        try (var tap = new Tap(faulty.servers.addresses())) {
            var crowd = faulty.crowd(2 * SCALE);
            faulty.allEnd(faulty.insist(crowd));
            faulty.hold();
            var books = faulty.books();

            var anew = tap.tellAnew();
            assertThat(anew.notes()).isGreaterThan(50);
            await("them to be heard").atMost(PATIENCE).until(() -> faulty.heard(anew.ids()) == anew.notes());

            faulty.forget(anew.ids());
            faulty.hold();
            assertThat(faulty.books()).isEqualTo(books);
        }
    }

    @Test
    void an_order_of_which_finance_hears_the_end_before_the_beginning_costs_nothing() throws Exception {
        try (var tap = new Tap(faulty.servers.addresses())) {
            var crowd = faulty.crowd("tok_visa", "tok_visa", "tok_visa");
            tap.withhold("finance.order.created", "ordering.events", "order.created", true);
            tap.withhold("finance.order.cancelled", "ordering.events", "order.cancelled", true);
            var orders = faulty.insist(crowd);
            crowd.callsOff();
            faulty.allEnd(orders);
            assertThat(faulty.charges(orders)).isZero();

            tap.withhold("finance.order.created", "ordering.events", "order.created", false);
            tap.withhold("finance.order.cancelled", "ordering.events", "order.cancelled", false);
            await("the tap").atMost(PATIENCE).until(() -> tap.heard() >= 2 * orders.size());
            assertThat(tap.repeatBackwards()).isGreaterThanOrEqualTo(2 * orders.size());

            faulty.hold();
            assertThat(faulty.charges(orders)).isZero();
        }
    }

    @Test
    void poison_is_set_aside_and_nobody_waits_for_it() throws Exception {
        var poison = new Poison(faulty.jdbc);
        var crowd = faulty.crowd(SCALE);

        poison.publish(faulty.servers.addresses(), 1000 * SCALE);

        faulty.allEnd(faulty.insist(crowd));
        poison.isSetAside();
        faulty.hold();
    }
}
