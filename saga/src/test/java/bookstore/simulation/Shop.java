package bookstore.simulation;

import bookstore.ordering.Address;
import bookstore.ordering.NewOrder;
import bookstore.ordering.OrderLine;
import bookstore.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The contexts that take part in an order, two books with a few copies, and some buyers. */
final class Shop {

    final World world;
    final Broker broker;
    final Provider provider;
    final OrderingContext ordering;
    final FinanceContext finance;
    final InventoryContext inventory;
    final NotificationContext notification;
    final List<Context> contexts;
    final Map<UUID, Integer> firstStock = new LinkedHashMap<>();
    final List<NewOrder> wished = new ArrayList<>();

    Shop(World world) {
        this.world = world;
        broker = new Broker(world);
        provider = new Provider(world);
        ordering = new OrderingContext(world, broker);
        finance = new FinanceContext(world, broker, provider);
        inventory = new InventoryContext(world, broker);
        notification = new NotificationContext(world, broker);
        contexts = List.of(ordering, finance, inventory, notification);
        for (var i = 0; i < 2; i++) {
            firstStock.put(world.uuid(), world.below(6));
        }
        inventory.database.transaction(() ->
                firstStock.forEach((book, copies) -> inventory.stock.put(book, new InventoryContext.Level(copies, 0))));
        for (var i = 1 + world.below(3); i > 0; i--) {
            wished.add(order());
        }
    }

    private NewOrder order() {
        var id = world.uuid();
        var lines = firstStock.keySet().stream()
                .limit(1 + world.below(2))
                .map(book -> new OrderLine(book, "A book", 1 + world.below(3), Money.of("12.90", "EUR")))
                .toList();
        var address = new Address("Alice", "Main Street 1", null, "Berlin", "10115", "DE");
        var token = world.oneIn(2) ? Provider.Script.PAYS : world.oneOf(Provider.Script.values());
        return new NewOrder(
                id,
                "alice",
                "alice@example.org",
                token.name(),
                lines,
                address,
                id.toString(),
                1,
                Instant.EPOCH,
                id.toString());
    }
}
