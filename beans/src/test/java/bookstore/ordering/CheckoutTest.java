package bookstore.ordering;

import static bookstore.ordering.OrderFixture.DUNE;
import static bookstore.ordering.OrderFixture.ID;
import static bookstore.ordering.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.basket.commands.BasketContents;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.PriceChanged;
import bookstore.ordering.PriceList.Entry;
import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private static final UUID EMMA = UUID.fromString("01900000-0000-7000-8000-000000000e33");
    private static final Address BERLIN = new Address("Alice", "Main Street 1", null, "Berlin", "10115", "DE");
    private static final PlaceOrder WISH = new PlaceOrder("alice", "alice@example.org", "tok_visa", BERLIN);

    private final PricesOfToday prices = new PricesOfToday();
    private final Checkout checkout = new Checkout(prices, () -> ID, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void books_cost_what_they_cost_now() {
        prices.put(DUNE, "12.90", "EUR");
        prices.put(EMMA, "7.00", "EUR");

        var order = checkout.price(WISH, basket(line(DUNE, 2, 1290, "EUR"), line(EMMA, 1, 700, "EUR")));

        assertThat(order.id()).isEqualTo(ID);
        assertThat(order.total()).isEqualTo(Money.of("32.80", "EUR"));
        assertThat(order.basketId()).isEqualTo("basket-1");
        assertThat(order.basketVersion()).isEqualTo(3);
        assertThat(order.placedAt()).isEqualTo(NOW);
    }

    @Test
    void a_price_that_the_buyer_has_not_seen_is_told() {
        prices.put(DUNE, "13.90", "EUR");

        assertRefused(basket(line(DUNE, 1, 1290, "EUR")), "price-changed", "changes");
        assertRefused(basket(line(DUNE, 1, 1390, "USD")), "price-changed", "changes");
    }

    @Test
    void what_is_not_sold_any_more_is_told() {
        prices.put(DUNE, "12.90", "EUR");

        assertRefused(basket(line(DUNE, 1, 1290, "EUR"), line(EMMA, 1, 700, "EUR")), "not-on-sale", "bookIds");
    }

    @Test
    void nothing_and_two_currencies_cannot_be_ordered() {
        prices.put(DUNE, "12.90", "EUR");
        prices.put(EMMA, "7.00", "USD");

        assertRefused(basket(), "empty-basket");
        assertRefused(basket(line(DUNE, 1, 1290, "EUR"), line(EMMA, 1, 700, "USD")), "mixed-currencies");
    }

    @Test
    void countries_are_those_of_iso_3166() {
        Checkout.checkCountry(WISH);

        for (var country : List.of("XX", "de", "UK")) {
            var address = new Address("Alice", "Main Street 1", null, "Berlin", "10115", country);
            assertThatThrownBy(() -> Checkout.checkCountry(new PlaceOrder("alice", "a@b", "tok_visa", address)))
                    .isInstanceOf(Refusal.class);
        }
    }

    private void assertRefused(BasketContents basket, String code, String... details) {
        assertThatThrownBy(() -> checkout.price(WISH, basket)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
            assertThat(refusal.details()).containsOnlyKeys(details);
        });
    }

    private static BasketContents basket(BasketContents.Line... lines) {
        return new BasketContents("basket-1", 3, List.of(lines));
    }

    private static BasketContents.Line line(UUID book, int quantity, long shownMinor, String currency) {
        return new BasketContents.Line(book, quantity, shownMinor, currency);
    }

    /** A price list that is written by hand. */
    private static final class PricesOfToday implements PriceList {

        private final Map<UUID, Entry> entries = new TreeMap<>();

        void put(UUID book, String amount, String currency) {
            entries.put(book, new Entry(book, "A book", Money.of(amount, currency)));
        }

        @Override
        public void add(BookCreated event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void change(PriceChanged event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(BookDeleted event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> entries(Collection<UUID> books) {
            return entries.values().stream()
                    .filter(entry -> books.contains(entry.bookId()))
                    .toList();
        }
    }
}
