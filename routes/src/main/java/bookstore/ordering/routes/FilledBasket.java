package bookstore.ordering.routes;

import bookstore.basket.commands.BasketFilled;
import bookstore.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The basket after a reorder, as its own page shows it. */
record FilledBasket(List<Item> items, Money total, @Nullable Instant expiresAt) {

    /** So many copies of a book. */
    record Item(Book book, int quantity, Money lineTotal, boolean priceChanged) {}

    /** What a line says about its book. */
    record Book(UUID id, String title, Money price, Stock stock) {}

    /** How many copies can be had. */
    record Stock(int available, String status) {}

    static FilledBasket of(BasketFilled basket) {
        return new FilledBasket(
                basket.lines().stream()
                        .map(line -> item(line, Money.ofMinor(line.priceMinor(), basket.currency())))
                        .toList(),
                Money.ofMinor(basket.totalMinor(), basket.currency()),
                basket.expiresAt());
    }

    private static Item item(BasketFilled.Line line, Money price) {
        var stock = new Stock(line.available(), line.stockStatus());
        return new Item(
                new Book(line.bookId(), line.title(), price, stock),
                line.quantity(),
                price.times(line.quantity()),
                line.priceChanged());
    }
}
