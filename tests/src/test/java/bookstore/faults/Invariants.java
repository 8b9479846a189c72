package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.finance.commands.ChargePayment;
import bookstore.finance.commands.RefundPayment;
import bookstore.messaging.Subscriptions;
import bookstore.messaging.Subscriptions.Subscription;
import bookstore.shared.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true when everything has come to rest, asked of the database itself across all schemas. */
final class Invariants {

    private static final Set<String> TELLERS = Set.of("ordering", "finance", "inventory");
    private static final Set<String> LISTENERS = Set.of("ordering", "finance", "inventory", "notification", "basket");

    /** Handled without an inbox, by the provider's idempotency. */
    private static final Set<Class<?>> TASKS = Set.of(ChargePayment.class, RefundPayment.class);

    private static final List<Subscription> ACCOUNTED = Subscriptions.ALL.stream()
            .filter(heard -> LISTENERS.contains(heard.consumer()))
            .filter(heard -> TELLERS.contains(heard.type().exchange().split("\\.")[0]))
            .filter(heard -> !Request.class.isAssignableFrom(heard.message()) && !TASKS.contains(heard.message()))
            .toList();

    private final JdbcClient jdbc;
    private final Map<String, String> statements;

    Invariants(DataSource asSuperuser) {
        this.jdbc = JdbcClient.create(asSuperuser);
        this.statements = read();
    }

    /** Waits until they hold, and tells which do not. */
    void hold(List<UUID> accepted, Map<UUID, Integer> copies) {
        await("all books to agree").atMost(PATIENCE).untilAsserted(() -> assertThat(violations(accepted, copies))
                .isEmpty());
    }

    /** One line for everything that is not as it must be. */
    List<String> violations(List<UUID> accepted, Map<UUID, Integer> copies) {
        return violations(accepted, copies, statements.keySet());
    }

    private List<String> violations(List<UUID> accepted, Map<UUID, Integer> copies, Set<String> names) {
        var found = new ArrayList<String>();
        names.forEach(name -> jdbc.sql(statements.get(name))
                .param("accepted", accepted.toArray(UUID[]::new))
                .param("books", copies.keySet().toArray(UUID[]::new))
                .param("copies", copies.values().toArray(Integer[]::new))
                .param("queues", of(Subscription::queue))
                .param("exchanges", of(heard -> heard.type().exchange()))
                .param("keys", of(heard -> heard.type().routingKey()))
                .query(String.class)
                .list()
                .forEach(line -> found.add(name + ": " + line)));
        return found;
    }

    /** Orders that buyers were told of and that are not there. */
    int lost(List<UUID> accepted) {
        return violations(accepted, Map.of(), Set.of("I1 an accepted order is there"))
                .size();
    }

    /** Orders and steps that are there twice. */
    int doubled() {
        return violations(
                        List.of(),
                        Map.of(),
                        Set.of("I1 of one wish there is one order", "I4 what happens once is told once"))
                .size();
    }

    private static String[] of(Function<Subscription, String> part) {
        return ACCOUNTED.stream().map(part).toArray(String[]::new);
    }

    private static Map<String, String> read() {
        try {
            var file = new ClassPathResource("bookstore/faults/invariants.sql");
            var statements = new LinkedHashMap<String, String>();
            for (var statement : file.getContentAsString(StandardCharsets.UTF_8).split("\n-- (?=I\\d)")) {
                var lines = statement.split("\n", 2);
                if (lines[0].startsWith("I")) {
                    statements.put(lines[0], lines[1].strip().replaceFirst(";$", ""));
                }
            }
            return statements;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
