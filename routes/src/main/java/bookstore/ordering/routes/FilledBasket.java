package bookstore.ordering.routes;

import bookstore.basket.commands.BasketContents;
import bookstore.ordering.PriceList;
import bookstore.shared.Money;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A basket as far as ordering knows it: without stock, which only the basket's own page shows. */
final class FilledBasket {

    private final PriceList prices;

    FilledBasket(PriceList prices) {
        this.prices = prices;
    }

    /** The basket; without a total if it is empty. */
    record View(List<Item> items, @Nullable Money total) {}

    /** So many copies of a book. */
    record Item(Book book, int quantity, Money lineTotal, boolean priceChanged) {}

    /** What a line says about its book. */
    record Book(UUID id, String title, Money price) {}

    View view(BasketContents basket) {
        var books = basket.lines().stream().map(BasketContents.Line::bookId).toList();
        var entries =
                prices.entries(books).stream().collect(Collectors.toMap(PriceList.Entry::bookId, Function.identity()));
        var items = basket.lines().stream()
                .filter(line -> entries.containsKey(line.bookId()))
                .map(line -> item(line, entries.get(line.bookId())))
                .toList();
        return new View(
                items, items.stream().map(Item::lineTotal).reduce(Money::plus).orElse(null));
    }

    private static Item item(BasketContents.Line line, PriceList.Entry entry) {
        var shown = Money.ofMinor(line.shownMinor(), line.currency());
        return new Item(
                new Book(entry.bookId(), entry.title(), entry.price()),
                line.quantity(),
                entry.price().times(line.quantity()),
                !shown.equals(entry.price()));
    }
}
