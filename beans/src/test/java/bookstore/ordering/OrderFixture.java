package bookstore.ordering;

import bookstore.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Valid orders to begin with. */
final class OrderFixture {

    static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID DUNE = UUID.fromString("01900000-0000-7000-8000-00000000d09e");
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private OrderFixture() {}

    static NewOrder order() {
        var lines = List.of(new OrderLine(DUNE, "Dune", 2, Money.of("12.90", "EUR")));
        var address = new Address("Alice", "Main Street 1", null, "Berlin", "10115", "DE");
        return new NewOrder(ID, "alice", "alice@example.org", "tok_visa", lines, address, "basket-1", 3, NOW, "saga-1");
    }
}
