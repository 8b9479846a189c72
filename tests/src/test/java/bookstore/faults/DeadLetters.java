package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.events.BookCreated;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that ordering cannot read, and what an admin does about them: says what they should have said. */
final class DeadLetters {

    private static final String QUEUE = "ordering.book.created";

    private final CrashingShop crashing;
    private final JdbcClient jdbc;

    DeadLetters(CrashingShop crashing) {
        this.crashing = crashing;
        this.jdbc = crashing.jdbc();
    }

    /** Has one given up. */
    UUID park() {
        var before = parked();
        try (var connection = crashing.addresses().broker().newConnection()) {
            Shelf.publish(connection, "", QUEUE, "{");
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        await("a dead letter").atMost(PATIENCE).until(() -> parked().size() > before.size());
        return parked().stream().filter(id -> !before.contains(id)).findAny().orElseThrow();
    }

    private List<UUID> parked() {
        return jdbc.sql("select id from ordering.dead_letters where state = 'PARKED'")
                .query(UUID.class)
                .list();
    }

    void tryToReplay(UUID letter, BookCreated meant) {
        crashing.tries(path(letter), edit(meant));
    }

    void replays(UUID letter, BookCreated meant) {
        crashing.asks(path(letter), edit(meant));
    }

    void allAreReplayed(List<UUID> letters) {
        assertThat(jdbc.sql("select state from ordering.dead_letters where id = any(?)")
                        .param(letters.toArray(UUID[]::new))
                        .query(String.class)
                        .list())
                .hasSameSizeAs(letters)
                .containsOnly("REPLAYED");
    }

    private static String path(UUID letter) {
        return "/api/admin/dead-letters/" + letter + "/replay";
    }

    private static String edit(BookCreated meant) {
        try {
            return "{\"body\":" + Shelf.write(meant) + "}";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
