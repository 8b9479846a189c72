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
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;

    PostgresStock(ContextDatabase database, Outbox outbox, Clock clock) {
        this.jdbc = database.jdbc();
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
            held(event.orderId()).forEach(line -> change(line.bookId(), -line.quantity(), -line.quantity()));
        }
    }

    /** An order that was never heard of leaves a mark, so that a reservation that comes late finds it ended. */
    @Override
    public void release(OrderCancelled event) {
        if (!open(event.orderId(), "RELEASED") && end(event.orderId(), "RELEASED")) {
            held(event.orderId()).forEach(line -> tell(change(line.bookId(), 0, -line.quantity())));
        }
    }

    @Override
    public void receive(BookCreated event) {
        var inserted = jdbc.sql("insert into stock (book_id, on_hand) values (?, ?) on conflict do nothing")
                .params(event.bookId(), event.initialStock())
                .update();
        if (inserted == 1) {
            tell(change(event.bookId(), 0, 0));
        }
    }

    @Override
    public StockLevel count(UUID bookId, int onHand) {
        return transaction.execute(status -> {
            var level = lock(bookId).orElseThrow(() -> Refusal.notFound("This book"));
            if (onHand < level.reserved()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT, "stock-held", level.reserved() + " copies are held for orders");
            }
            var counted = change(bookId, onHand - level.onHand(), 0);
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
        return lock(line.bookId())
                .filter(level -> level.available() >= line.quantity())
                .isEmpty();
    }

    private void hold(UUID orderId, Line line) {
        jdbc.sql("insert into reserved_lines (order_id, book_id, quantity) values (?, ?, ?)")
                .params(orderId, line.bookId(), line.quantity())
                .update();
        tell(change(line.bookId(), 0, line.quantity()));
    }

    private List<Line> held(UUID orderId) {
        return jdbc.sql("select book_id, quantity from reserved_lines where order_id = ? order by book_id::text")
                .param(orderId)
                .query(Line.class)
                .list();
    }

    private Optional<StockLevel> lock(UUID bookId) {
        return jdbc.sql("select book_id, on_hand, reserved, version from stock where book_id = ? for update")
                .param(bookId)
                .query(StockLevel.class)
                .optional();
    }

    private StockLevel change(UUID bookId, int onHand, int reserved) {
        return jdbc.sql("update stock set on_hand = on_hand + ?, reserved = reserved + ?, version = version + 1"
                        + " where book_id = ? returning book_id, on_hand, reserved, version")
                .params(onHand, reserved, bookId)
                .query(StockLevel.class)
                .single();
    }

    private void tell(StockLevel level) {
        outbox.add(new StockChanged(level.bookId(), level.available(), level.version(), clock.instant()));
    }
}
