package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Draft;
import bookstore.catalog.Facets.Count;
import bookstore.catalog.Filter;
import bookstore.catalog.Heading;
import bookstore.catalog.Named;
import bookstore.catalog.StockKeeper;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, filters and facets say what going through all books by hand says. */
class PostgresBooksTest {

    private static final List<String> CATEGORIES = List.of("History", "Crime", "Poésie");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final CatalogDatabase shop = new CatalogDatabase();
    private final Random random = new Random(42);
    private final List<Book> all = new ArrayList<>();

    @BeforeEach
    void put_books_on_the_shelves() {
        shop.changes(() -> {
            for (var number = 0; number < 60; number++) {
                all.add(shop.catalog.add(draft(number)));
            }
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void every_filter_finds_what_meets_it() {
        for (var round = 0; round < 100; round++) {
            var filter = filter();
            var expected = all.stream()
                    .filter(book -> meets(book, filter))
                    .map(Book::id)
                    .toList();

            var found = shop.books.list(filter, BookOrder.NEWEST, 1, 100);

            assertThat(found.items())
                    .as("%s", filter)
                    .extracting(Book::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(found.totalItems()).isEqualTo(expected.size());
        }
    }

    @Test
    void pages_together_are_the_whole_in_its_order() {
        for (var order : BookOrder.values()) {
            var together = Stream.iterate(1, page -> page + 1)
                    .limit(9)
                    .flatMap(page -> shop.books.list(Filter.NONE, order, page, 7).items().stream())
                    .toList();

            assertThat(together).as("%s", order).hasSize(60).doesNotHaveDuplicates();
            assertThat(together).isSortedAccordingTo(comparator(order));
        }
    }

    @Test
    void books_are_found_in_the_order_of_their_ids() {
        var ids = all.stream().map(Book::id).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, random);

        assertThat(shop.books.findAll(ids)).extracting(Book::id).containsExactlyElementsOf(ids);
    }

    @Test
    void all_books_are_walked_through_once() {
        var walked = new ArrayList<Book>();
        for (var next = shop.books.after(null, 7); !next.isEmpty(); ) {
            walked.addAll(next);
            next = shop.books.after(next.get(next.size() - 1).id(), 7);
        }

        assertThat(walked).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void facets_count_what_is_there() {
        var facets = new PostgresFacetCounts(shop.database);

        var counted = facets.of(Filter.NONE);

        assertThat(counted).isEqualTo(facets.of(all.stream().map(Book::id).toList()));
        assertThat(counted.category()).containsExactlyInAnyOrderElementsOf(counts(book -> book.categories().stream()
                .map(Heading::name)));
        assertThat(counted.language()).containsExactlyInAnyOrderElementsOf(counts(book -> Stream.of(book.language())));
        assertThat(counted.price().stream().mapToLong(Count::count).sum()).isEqualTo(60);
        assertThat(counted.category())
                .isSortedAccordingTo(Comparator.comparing(Count::count).reversed());
    }

    @Test
    void an_older_count_of_copies_changes_nothing() {
        var copy = new PostgresStockCopy(shop.database);
        var id = all.get(0).id();

        copy.note(new StockChanged(id, 3, 2, Instant.EPOCH));
        assertThat(copy.note(new StockChanged(id, 0, 1, Instant.EPOCH))).isFalse();

        var book = shop.books.find(id).orElseThrow();
        assertThat(book.stock().available()).isEqualTo(3);
        assertThat(book.version()).isEqualTo(1);
    }

    @Test
    void it_is_told_when_a_book_is_sold_out_and_when_it_can_be_had_again() {
        var keeper = new StockKeeper(new PostgresStockCopy(shop.database), shop.books, shop.outbox, Clock.systemUTC());
        var id = all.get(0).id();
        var before = shop.told().size();

        shop.changes(() -> keeper.note(new StockChanged(id, 2, 1, Instant.EPOCH)));
        shop.changes(() -> keeper.note(new StockChanged(id, 1, 2, Instant.EPOCH)));
        var inStock = shop.told().size();
        shop.changes(() -> keeper.note(new StockChanged(id, 0, 3, Instant.EPOCH)));
        shop.changes(() -> keeper.note(new StockChanged(id, 5, 4, Instant.EPOCH)));
        shop.changes(() -> keeper.note(new StockChanged(id, 4, 5, Instant.EPOCH)));

        assertThat(inStock).isEqualTo(before);
        assertThat(shop.told().subList(before, shop.told().size())).containsExactly("book.updated", "book.updated");
    }

    private List<Count> counts(Function<Book, Stream<String>> values) {
        return all.stream()
                .flatMap(values)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Draft draft(int number) {
        var price = 500 + random.nextInt(6000);
        return new Draft(
                null,
                "Book " + number,
                "",
                "",
                List.of(Named.of("Author " + random.nextInt(5))),
                Named.of("House " + random.nextInt(3)),
                CATEGORIES.stream()
                        .filter(category -> random.nextBoolean())
                        .map(Named::of)
                        .toList(),
                any(LANGUAGES),
                random.nextInt(5) == 0 ? null : String.valueOf(1900 + random.nextInt(100)),
                Money.ofMinor(price, "EUR"),
                random.nextInt(4) == 0 ? Money.ofMinor(price / 2, "EUR") : null,
                random.nextInt(3),
                null);
    }

    private Filter filter() {
        return new Filter(
                maybe(any(List.of("history", "CRIME", "poesie", "none"))),
                maybe("author " + random.nextInt(6)),
                maybe(all.get(random.nextInt(60)).publisher().id().toString()),
                maybe(any(LANGUAGES)),
                maybe((long) random.nextInt(6000)),
                maybe((long) random.nextInt(6000)),
                maybe(random.nextBoolean()));
    }

    private static boolean meets(Book book, Filter filter) {
        var price = book.currentPrice().minor();
        return (filter.category() == null || named(book.categories(), filter.category()))
                && (filter.author() == null || named(book.authors(), filter.author()))
                && (filter.publisher() == null
                        || book.publisher().id().toString().equals(filter.publisher()))
                && (filter.language() == null || filter.language().equals(book.language()))
                && (filter.minPrice() == null || price >= filter.minPrice())
                && (filter.maxPrice() == null || price <= filter.maxPrice())
                && (filter.inStock() == null || filter.inStock() == book.stock().available() > 0);
    }

    private static boolean named(List<Heading> headings, String name) {
        return headings.stream()
                .anyMatch(heading -> heading.name().replace('é', 'e').equalsIgnoreCase(name));
    }

    private static Comparator<Book> comparator(BookOrder order) {
        Comparator<Book> byPrice =
                Comparator.comparing(book -> book.currentPrice().minor());
        return switch (order) {
            case PRICE -> byPrice;
            case PRICE_DESCENDING -> byPrice.reversed();
            case RATING ->
                Comparator.comparing((Book book) -> book.rating().average()).reversed();
            case RELEVANCE, NEWEST ->
                Comparator.comparing((Book book) -> Objects.requireNonNullElse(book.published(), ""))
                        .reversed();
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }
}
