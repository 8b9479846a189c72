package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser.Page;
import bookstore.stories.Shop;
import bookstore.stories.ShopProcess;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services that an order passes through, in a process with trip-wires, on servers that outlive it. */
final class CrashingShop implements AutoCloseable {

    /** Leases and patience cut short, so that what a crash leaves behind is taken up at once. */
    static final List<String> QUICK = List.of(
            "--bookstore.services=ordering,finance,inventory,notification,basket",
            "--bookstore.messaging.retry-delays=100ms,200ms,400ms,800ms,1600ms,3s,5s,10s",
            "--bookstore.finance.simulator.timeout=300ms",
            "--bookstore.finance.simulator.slow=500ms",
            "--bookstore.finance.resume-after=2s",
            "--bookstore.finance.reconciliation.grace=0s",
            "--bookstore.ordering.saga-timeout=60s",
            "--bookstore.ordering.saga.lease=3s",
            "--bookstore.ordering.saga.pending-delay=1s",
            "--bookstore.notification.lease=3s",
            "--bookstore.notification.poll=1s",
            "--bookstore.notification.first-retry=1s");

    private final Servers servers;
    private final Addresses addresses;
    private final Path orders;
    private final ShopProcess process;
    private final Shelf shelf;
    private final Invariants invariants;
    private final JdbcClient jdbc;
    private final List<UUID> accepted = new ArrayList<>();
    private Shop shop;
    private int kills;

    CrashingShop(Path directory) throws Exception {
        // the mail server's threads, here in the same process, meet clients that vanish
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        this.servers = Servers.start(directory.resolve("servers"));
        this.addresses = servers.addresses();
        this.orders = Files.createDirectories(directory.resolve("shop")).resolve("orders");
        this.process = new ShopProcess(orders.getParent(), TrappedShop.program(orders));
        this.shelf = new Shelf(addresses);
        this.invariants = new Invariants(addresses.database());
        this.jdbc = JdbcClient.create(addresses.database());
        this.shop = start();
    }

    private Shop start() throws Exception {
        var settings = Stream.concat(QUICK.stream(), addresses.settings());
        shop = process.start(settings.toArray(String[]::new)).with(addresses.mails());
        return shop;
    }

    Addresses addresses() {
        return addresses;
    }

    Shop shop() {
        return shop;
    }

    Crowd crowd(String... paymentTokens) throws Exception {
        return Crowd.of(shop, shelf, paymentTokens);
    }

    void arm(CrashPoint point, int passes) throws Exception {
        TrappedShop.arm(orders, point, passes);
        await("the wire").atMost(PATIENCE).until(() -> !Files.exists(orders));
    }

    /** Waits until the shop has been killed at the point. */
    void falls(CrashPoint point) {
        await(point + " to be reached").atMost(PATIENCE).until(() -> !process.isAlive());
        assertThat(process.exitValue()).as("killed at " + point).isEqualTo(point.exitValue());
        kills++;
    }

    void startsAgain() throws Exception {
        if (!process.isAlive()) {
            start();
        }
    }

    /** Everybody is told of an order, and everything that was accepted ends well. */
    void recovers(Crowd crowd) {
        accepted.addAll(crowd.insists());
        invariants.hold(accepted, shelf.copies());
        Mails.agree(shop, jdbc, kills);
    }

    /** Brings forward what would happen by the clock to the orders under way. */
    int letTimePass() {
        return jdbc.sql("update ordering.sagas set deadline = now(), due_at = now() where status = 'RUNNING'")
                .update();
    }

    /** Asks as an admin, who does not mind if the shop dies meanwhile. */
    void tries(String path, String body) {
        try {
            asks(path, body);
        } catch (UncheckedIOException nobodyKnows) {
            return;
        }
    }

    /** Asks as an admin until there is an answer. */
    Page asks(String path, String body) {
        var posted = new AtomicReference<Page>();
        await(path).atMost(PATIENCE).until(() -> {
            posted.set(shop.api().post(path, body, "Authorization", shop.admin()));
            return posted.get().status() == 200;
        });
        return posted.get();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        process.close();
        servers.close();
    }
}
