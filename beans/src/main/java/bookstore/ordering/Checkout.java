package bookstore.ordering;

import bookstore.basket.commands.BasketContents;
import bookstore.shared.Money;
import bookstore.shared.Refusal;
import bookstore.shared.Refusal.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes an order of a basket: checks the address, and prices the books as they cost now. */
public final class Checkout {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PriceList prices;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public Checkout(PriceList prices, Supplier<UUID> ids, Clock clock) {
        this.prices = prices;
        this.ids = ids;
        this.clock = clock;
    }

    /** A book that costs something else than the buyer was shown. */
    public record PriceChange(UUID bookId, String title, Money shown, Money current) {}

    /** Refuses a country that there is not. */
    public static void checkCountry(PlaceOrder wish) {
        if (!COUNTRIES.contains(wish.shippingAddress().country())) {
            throw new Refusal(
                    Kind.IMPOSSIBLE,
                    "unknown-country",
                    "The country is none of ISO 3166-1",
                    Map.of("errors", List.of(Map.of("pointer", "#/shippingAddress/country", "message", "is unknown"))));
        }
    }

    /**
     * The order, not begun yet and without a saga.
     *
     * @throws Refusal if the basket cannot be ordered as it is
     */
    public NewOrder price(PlaceOrder wish, BasketContents basket) {
        if (basket.lines().isEmpty()) {
            throw new Refusal(Kind.IMPOSSIBLE, "empty-basket", "There is nothing in the basket");
        }
        var lines = lines(basket);
        if (lines.stream().map(line -> line.unitPrice().currency()).distinct().count() > 1) {
            throw new Refusal(Kind.IMPOSSIBLE, "mixed-currencies", "One order is paid in one currency");
        }
        return new NewOrder(
                ids.get(),
                wish.buyerId(),
                wish.email(),
                wish.paymentToken(),
                lines,
                wish.shippingAddress(),
                basket.basketId(),
                basket.version(),
                clock.instant(),
                "");
    }

    private List<OrderLine> lines(BasketContents basket) {
        var books = basket.lines().stream().map(BasketContents.Line::bookId).toList();
        var entries =
                prices.entries(books).stream().collect(Collectors.toMap(PriceList.Entry::bookId, Function.identity()));
        var gone = books.stream().filter(book -> !entries.containsKey(book)).toList();
        if (!gone.isEmpty()) {
            throw new Refusal(
                    Kind.IMPOSSIBLE, "not-on-sale", "Some books are no longer on sale", Map.of("bookIds", gone));
        }
        refuseOtherPrices(basket, entries);
        return basket.lines().stream()
                .map(line -> line(line, entries.get(line.bookId())))
                .toList();
    }

    private static void refuseOtherPrices(BasketContents basket, Map<UUID, PriceList.Entry> entries) {
        var changes = new ArrayList<PriceChange>();
        for (var line : basket.lines()) {
            var entry = entries.get(line.bookId());
            var shown = Money.ofMinor(line.shownMinor(), line.currency());
            if (!shown.equals(entry.price())) {
                changes.add(new PriceChange(entry.bookId(), entry.title(), shown, entry.price()));
            }
        }
        if (!changes.isEmpty()) {
            throw new Refusal(
                    Kind.IMPOSSIBLE,
                    "price-changed",
                    "Some books cost something else than the basket showed",
                    Map.of("changes", changes));
        }
    }

    private static OrderLine line(BasketContents.Line line, PriceList.Entry entry) {
        return new OrderLine(entry.bookId(), entry.title(), line.quantity(), entry.price());
    }
}
