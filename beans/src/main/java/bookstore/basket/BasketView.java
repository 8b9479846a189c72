package bookstore.basket;

import bookstore.basket.Offers.Offer;
import bookstore.basket.commands.BasketFilled;
import bookstore.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A basket as its owner sees it, with titles, prices and stock of this moment.
 *
 * @param expiresAt when it will be forgotten unless somebody looks at it; null where there is none
 */
public record BasketView(List<Item> items, Money total, @Nullable Instant expiresAt) {

    /** Fewer copies than these are shown as few; the same number as in the catalogue. */
    private static final int LOW_BELOW = 5;

    /**
     * A book that was laid aside.
     *
     * @param priceChanged whether the book cost something else when the owner last saw it
     */
    public record Item(Book book, int quantity, Money lineTotal, boolean priceChanged) {}

    /** What is shown of a book. */
    public record Book(UUID id, String title, Money price, Stock stock) {}

    /** How many copies can be had. */
    public record Stock(int available, Status status) {}

    /** The same in a word. */
    public enum Status {
        IN_STOCK,
        LOW,
        OUT_OF_STOCK
    }

    static Item item(BasketLine line, Offer offer) {
        return new Item(
                new Book(offer.bookId(), offer.title(), offer.price(), stock(offer.available())),
                line.quantity(),
                offer.price().times(line.quantity()),
                !offer.price().equals(line.shown()));
    }

    BasketFilled filled() {
        return new BasketFilled(
                items.stream().map(BasketView::line).toList(), total.minor(), total.currency(), expiresAt);
    }

    private static BasketFilled.Line line(Item item) {
        var book = item.book();
        return new BasketFilled.Line(
                book.id(),
                book.title(),
                book.price().minor(),
                book.stock().available(),
                book.stock().status().name(),
                item.quantity(),
                item.priceChanged());
    }

    private static Stock stock(int available) {
        if (available == 0) {
            return new Stock(0, Status.OUT_OF_STOCK);
        }
        return new Stock(available, available < LOW_BELOW ? Status.LOW : Status.IN_STOCK);
    }
}
