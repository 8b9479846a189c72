package bookstore.simulation;

import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.commands.ReserveStock.Line;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Copies of books; does what the stock on PostgreSQL does, which {@code SimulatedPartsTest} checks. */
final class InventoryContext extends Context {

    enum State {
        HELD,
        UNAVAILABLE,
        SOLD,
        RELEASED
    }

    record Level(int onHand, int reserved) {

        Level plus(int onHandMore, int reservedMore) {
            return new Level(onHand + onHandMore, reserved + reservedMore);
        }

        int available() {
            return onHand - reserved;
        }
    }

    record Reservation(State state, List<Line> lines) {}

    final Database.Table<UUID, Level> stock = database.table();
    final Database.Table<UUID, Reservation> reservations = database.table();

    InventoryContext(World world, Broker broker) {
        super("inventory", world, broker);
    }

    @Override
    boolean hears(Message message) {
        return message instanceof ReserveStock
                || message instanceof OrderConfirmed
                || message instanceof OrderCancelled;
    }

    @Override
    void handle(Message message) {
        if (message instanceof ReserveStock command) {
            reserve(command);
        } else if (message instanceof OrderConfirmed event) {
            ship(event.orderId());
        } else if (message instanceof OrderCancelled event) {
            release(event.orderId());
        }
    }

    void reserve(ReserveStock command) {
        var known = reservations.find(command.orderId());
        var forgotten = world.has(Defect.STOCK_HELD_AFTER_END)
                && known.filter(r -> r.lines().isEmpty()).isPresent();
        if (known.isPresent() && !forgotten) {
            return;
        }
        var there = command.lines().stream()
                .filter(line -> stock.get(line.bookId()).available() >= line.quantity())
                .toList();
        var complete = there.size() == command.lines().size();
        if (complete || world.has(Defect.HELD_IN_PART)) {
            there.forEach(line -> change(line.bookId(), 0, line.quantity()));
        }
        reservations.put(
                command.orderId(),
                new Reservation(complete ? State.HELD : State.UNAVAILABLE, complete ? command.lines() : List.of()));
        tell(
                complete
                        ? new InventoryReserved(command.orderId(), Instant.EPOCH)
                        : new InventoryUnavailable(command.orderId(), missing(command, there), Instant.EPOCH));
    }

    private List<UUID> missing(ReserveStock command, List<Line> there) {
        world.happened(Fault.OUT_OF_STOCK);
        return command.lines().stream()
                .filter(line -> !there.contains(line))
                .map(Line::bookId)
                .toList();
    }

    void ship(UUID orderId) {
        reservations.find(orderId).filter(r -> r.state() == State.HELD).ifPresent(held -> {
            held.lines().forEach(line -> change(line.bookId(), -line.quantity(), -line.quantity()));
            reservations.put(orderId, new Reservation(State.SOLD, held.lines()));
        });
    }

    void release(UUID orderId) {
        var known = reservations.find(orderId);
        if (known.isEmpty()) {
            reservations.put(orderId, new Reservation(State.RELEASED, List.of()));
        } else if (known.get().state() == State.HELD) {
            var twice = world.has(Defect.STOCK_RELEASED_TWICE) ? 2 : 1;
            known.get().lines().forEach(line -> change(line.bookId(), 0, -line.quantity() * twice));
            reservations.put(
                    orderId, new Reservation(State.RELEASED, known.get().lines()));
        }
    }

    private void change(UUID bookId, int onHand, int reserved) {
        var level = stock.get(bookId).plus(onHand, reserved);
        if (level.onHand() < 0 || level.reserved() < 0 || level.available() < 0) {
            throw new IllegalStateException("the table refuses " + level);
        }
        stock.put(bookId, level);
    }
}
