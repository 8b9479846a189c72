package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import bookstore.stories.Shop;
import bookstore.stories.ShopProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services that an order passes through, in one process, on servers that fail. */
final class FaultyShop implements AutoCloseable {

    private static final List<String> INBOXES =
            List.of("ordering.inbox", "finance.inbox", "inventory.inbox", "notification.inbox", "basket.inbox");
    private static final String NAMED = " where split_part(consumed, ' ', 2) = any(?)";

    final KillableServers servers;
    final Relay mailServer;
    final Relay redis;
    final JdbcClient jdbc;
    private final ShopProcess process;
    private final Shop shop;
    private final Shelf shelf;
    private final Invariants invariants;
    private final List<UUID> accepted = new ArrayList<>();

    FaultyShop(Path directory) throws Exception {
        // the mail server's threads, here in the same process, meet clients that vanish
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        servers = new KillableServers(directory.resolve("servers"));
        var addresses = servers.addresses();
        mailServer = new Relay(addresses.smtp());
        redis = new Relay(addresses.redis());
        jdbc = JdbcClient.create(addresses.database());
        shelf = new Shelf(addresses);
        invariants = new Invariants(addresses.database());
        process = new ShopProcess(
                Files.createDirectories(directory.resolve("shop")),
                new ShopProcess.Program(List.of("bookstore.Bookstore"), "/api/openapi.json"));
        var settings = Stream.of(
                        CrashingShop.QUICK.stream(),
                        addresses.settings(),
                        Stream.of(
                                "--spring.mail.port=" + mailServer.port(), "--spring.data.redis.port=" + redis.port()))
                .flatMap(all -> all);
        shop = process.start(settings.toArray(String[]::new)).with(addresses.mails());
    }

    Shop shop() {
        return shop;
    }

    /** Buyers with full baskets, some of every kind. */
    Crowd crowd(int rounds) throws Exception {
        var tokens = Stream.generate(() -> Arrays.stream(Crowd.ALL_WAYS))
                .limit(rounds)
                .flatMap(all -> all)
                .toArray(String[]::new);
        return crowd(tokens);
    }

    Crowd crowd(String... tokens) throws Exception {
        return Crowd.of(shop, shelf, tokens);
    }

    /** Everybody is told of an order. */
    List<UUID> insist(Crowd crowd) {
        var orders = crowd.insists();
        accepted.addAll(orders);
        return orders;
    }

    /** Everything that was ever accepted ends well. */
    void hold() {
        invariants.hold(accepted, shelf.copies());
    }

    void allEnd(List<UUID> orders) {
        await("all to end").atMost(PATIENCE).until(() -> jdbc.sql("select bool_and(status in ('ORDER_CONFIRMED',"
                        + " 'ORDER_CANCELLED')) from ordering.orders where id = any(?)")
                .param(orders.toArray(UUID[]::new))
                .query(Boolean.class)
                .single());
    }

    int orders() {
        return jdbc.sql("select count(*) from ordering.orders")
                .query(Integer.class)
                .single();
    }

    /** How many calls of the provider hang. */
    int waitingForProvider() {
        return jdbc.sql("select count(*) from pg_locks where not granted"
                        + " and relation = 'finance.simulator_charges'::regclass")
                .query(Integer.class)
                .single();
    }

    /** A seal on what everybody has noted. */
    String books() {
        return jdbc.sql(
                        """
                        select md5((select string_agg(o::text, ',' order by id) from ordering.orders o)
                            || (select string_agg(s::text, ',' order by book_id) from inventory.stock s)
                            || (select string_agg(l::text, ',' order by id) from finance.ledger_entries l)
                            || (select string_agg(m.id || m.status || m.sent_at, ',' order by m.id)
                                  from notification.mails m))
                        """)
                .query(String.class)
                .single();
    }

    /** In how many inboxes these messages stand. */
    int heard(List<String> ids) {
        return INBOXES.stream()
                .mapToInt(inbox -> jdbc.sql("select count(*) from " + inbox + NAMED)
                        .param(ids.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .sum();
    }

    /** Takes out of the inboxes what nobody of the shop has told. */
    void forget(List<String> ids) {
        INBOXES.forEach(inbox -> jdbc.sql("delete from " + inbox + NAMED)
                .param(ids.toArray(String[]::new))
                .update());
    }

    /** What the provider was asked for. */
    int charges(List<UUID> orders) {
        return jdbc.sql("select count(*) from finance.simulator_charges where key = any(?)")
                .param(orders.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        process.close();
        servers.close();
        try {
            mailServer.close();
            redis.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
