package bookstore.faults;

import static org.awaitility.Awaitility.await;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A shop that is bought from while its parts are killed at random moments, and a scoreboard on the terminal. Ends with
 * all invariants checked, and fails if one does not hold.
 *
 * <p>{@code -Dchaos.kills} how many, {@code -Dchaos.seed} which moments and victims, {@code -Dchaos.table} a file to
 * which the result is added.
 */
final class Chaos {

    private static final PrintStream TERMINAL = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration TO_THE_END = Duration.ofMinutes(20);

    /**
     * An order outlives that a service is away for as long as its start takes on a machine that is busy, and a provider
     * of whom every third call fails.
     */
    private static final List<String> PATIENT = List.of(
            "--camel.resilience4j.failure-rate-threshold=90",
            "--camel.resilience4j.wait-duration-in-open-state=1",
            "--bookstore.ordering.saga-timeout=5m",
            "--bookstore.messaging.retry-delays=100ms,200ms,400ms,800ms,1600ms,3s,5s,10s,20s,40s,80s");

    private final int wanted = Integer.getInteger("chaos.kills", 20);
    private final long seed = Long.getLong("chaos.seed", Instant.now().getEpochSecond());
    private final Instant began = Instant.now();
    private final KillableServers servers;
    private final Keeper ordering;
    private final Keeper finance;
    private final Shelf shelf;
    private final Invariants invariants;
    private final JdbcClient jdbc;

    private Chaos(Path directory) throws Exception {
        servers = new KillableServers(directory.resolve("servers"));
        var addresses = servers.addresses();
        var identity = directory.resolve("identity");
        ordering = keeper(directory.resolve("ordering"), identity, "ordering,basket");
        finance = keeper(directory.resolve("finance"), identity, "finance,inventory,notification");
        shelf = new Shelf(addresses);
        jdbc = JdbcClient.create(addresses.database());
        invariants = new Invariants(addresses.database());
    }

    private Keeper keeper(Path directory, Path identity, String services) throws Exception {
        return new Keeper(
                directory,
                identity,
                services,
                Stream.of(
                                CrashingShop.QUICK.stream(),
                                PATIENT.stream(),
                                servers.addresses().settings())
                        .flatMap(all -> all));
    }

    public static void main(String[] arguments) throws Exception {
        // the mail server's threads, here in the same process, meet clients that vanish
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        var directory = Files.createTempDirectory(
                "bookstore-chaos", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        var chaos = new Chaos(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(chaos::close));
        try {
            chaos.run();
            System.exit(0);
        } catch (Exception | AssertionError failed) {
            TERMINAL.printf("%s%nThe logs are in %s%n", failed.getMessage(), directory);
            System.exit(1);
        }
    }

    private void close() {
        ordering.close();
        finance.close();
        servers.close();
    }

    private void run() throws Exception {
        TERMINAL.printf("%d kills, seed %d; the shop is being started%n", wanted, seed);
        var random = new Random(seed);
        finance.shop();
        var books = List.of(shelf.add(ordering.shop(), 1_000_000), shelf.add(ordering.shop(), 100));
        var victims = new Victims(servers, ordering, finance, random);
        var customers = new Customers(ordering::shop, books, random);
        var board = new Thread(() -> show(customers, victims), "scoreboard");
        board.setDaemon(true);
        board.start();
        while (victims.total() < wanted) {
            victims.killOne();
        }
        customers.close();
        finish(customers, victims);
    }

    private void show(Customers customers, Victims victims) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TERMINAL.println(
                        Score.of(jdbc, invariants, customers.accepted()).line(victims, wanted));
            } catch (DataAccessException away) {
                TERMINAL.println("the database is away");
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    private void finish(Customers customers, Victims victims) throws IOException {
        ordering.shop();
        finance.shop();
        await("all to end")
                .atMost(TO_THE_END)
                .until(() -> Score.of(jdbc, invariants, customers.accepted()).inFlight() == 0);
        invariants.hold(customers.accepted(), shelf.copies());
        var row = Score.of(jdbc, invariants, customers.accepted())
                .row(
                        victims,
                        seed,
                        Mails.secondCopies(
                                ordering.shop().with(servers.addresses().mails())),
                        Duration.between(began, Instant.now()));
        TERMINAL.println("All invariants hold.");
        TERMINAL.print(row);
        var table = System.getProperty("chaos.table", "");
        if (!table.isBlank()) {
            Files.writeString(Path.of(table), row, StandardOpenOption.APPEND);
        }
    }
}
