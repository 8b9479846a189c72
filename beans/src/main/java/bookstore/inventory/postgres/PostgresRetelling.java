package bookstore.inventory.postgres;

import bookstore.inventory.Retelling;
import bookstore.inventory.StockLevel;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.Retold;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads without a lock: what changes meanwhile is told with a version that goes before. */
class PostgresRetelling implements Retelling {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    PostgresRetelling(ContextDatabase database, Outbox outbox, Clock clock) {
        this.jdbc = database.jdbc();
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<Retold> next(@Nullable UUID last, int atMost) {
        var levels = jdbc.sql("select book_id, on_hand, reserved, version from stock"
                        + " where :last::uuid is null or book_id > :last order by book_id limit :atMost")
                .param("last", last)
                .param("atMost", atMost)
                .query(StockLevel.class)
                .list();
        outbox.addAll(levels.stream().map(this::told).toList());
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Retold(levels.size(), levels.get(levels.size() - 1).bookId()));
    }

    private StockChanged told(StockLevel level) {
        return new StockChanged(level.bookId(), level.available(), level.version(), clock.instant());
    }
}
