package bookstore.inventory.postgres;

import bookstore.catalog.events.BookCreated;
import bookstore.inventory.Stock;
import bookstore.inventory.StockLevel;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.commands.ReserveStock.Line;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.inventory.events.StockChanged;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows are locked in the order of their ids, so two orders for the same books wait for each other and never deadlock. */
class PostgresStock implements Stock {

    private final JdbcClient jdbc;
    private final StockRows rows;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;

    PostgresStock(ContextDatabase database, Outbox outbox, Clock clock) {
        this.jdbc = database.jdbc();
        this.rows = new StockRows(database);
        this.transaction = database.transaction();
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void reserve(ReserveStock command) {
        if (!open(command.orderId(), "HELD")) {
            return;
        }
        var lines = command.lines().stream()
                .sorted(Comparator.comparing(line -> line.bookId().toString()))
                .toList();
        var missing = lines.stream().filter(this::isMissing).map(Line::bookId).toList();
        if (missing.isEmpty()) {
            lines.forEach(line -> hold(command.orderId(), line));
            outbox.add(new InventoryReserved(command.orderId(), clock.instant()));
        } else {
            end(command.orderId(), "UNAVAILABLE");
            outbox.add(new InventoryUnavailable(command.orderId(), missing, clock.instant()));
        }
    }

    @Override
    public void ship(OrderConfirmed event) {
        if (end(event.orderId(), "SOLD")) {
            held(event.orderId()).forEach(line -> rows.ship(event.orderId(), line.bookId(), line.quantity()));
        }
    }

    /** An order that was never heard of leaves a mark, so that a reservation that comes late finds it ended. */
    @Override
    public void release(OrderCancelled event) {
        if (!open(event.orderId(), "RELEASED") && end(event.orderId(), "RELEASED")) {
            held(event.orderId()).forEach(line -> tell(rows.hold(line.bookId(), -line.quantity())));
        }
    }

    @Override
    public void receive(BookCreated event) {
        if (rows.receive(event)) {
            tell(rows.hold(event.bookId(), 0));
        } else {
            rows.name(event);
        }
    }

    @Override
    public Optional<UUID> named(String isbn) {
        return rows.named(isbn);
    }

    @Override
    public Optional<StockLevel> find(UUID bookId) {
        return rows.find(bookId);
    }

    @Override
    public StockLevel count(UUID bookId, int onHand, Optional<Long> seen) {
        return transaction.execute(status -> {
            var level = rows.lock(bookId).orElseThrow(() -> Refusal.notFound("This book"));
            if (seen.isPresent() && seen.get() != level.version()) {
                throw new Refusal(
                        Refusal.Kind.PRECONDITION_FAILED, "changed-meanwhile", "Copies have moved; count again");
            }
            if (onHand < level.reserved()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT, "stock-held", level.reserved() + " copies are held for orders");
            }
            var counted = rows.count(level, onHand);
            tell(counted);
            return counted;
        });
    }

    private boolean open(UUID orderId, String state) {
        return jdbc.sql("insert into reservations (order_id, state) values (?, ?) on conflict do nothing")
                        .params(orderId, state)
                        .update()
                == 1;
    }

    private boolean end(UUID orderId, String state) {
        return jdbc.sql("update reservations set state = ?, changed_at = now() where order_id = ? and state = 'HELD'")
                        .params(state, orderId)
                        .update()
                == 1;
    }

    private boolean isMissing(Line line) {
        return rows.lock(line.bookId())
                .filter(level -> level.available() >= line.quantity())
                .isEmpty();
    }

    private void hold(UUID orderId, Line line) {
        jdbc.sql("insert into reserved_lines (order_id, book_id, quantity) values (?, ?, ?)")
                .params(orderId, line.bookId(), line.quantity())
                .update();
        tell(rows.hold(line.bookId(), line.quantity()));
    }

    private List<Line> held(UUID orderId) {
        return jdbc.sql("select book_id, quantity from reserved_lines where order_id = ? order by book_id::text")
                .param(orderId)
                .query(Line.class)
                .list();
    }

    private void tell(StockLevel level) {
        outbox.add(new StockChanged(level.bookId(), level.available(), level.version(), clock.instant()));
    }
}
