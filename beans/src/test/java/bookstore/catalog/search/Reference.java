package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Facets.Count;
import bookstore.catalog.Filter;
import bookstore.catalog.Heading;
import bookstore.catalog.Spelling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the search promises, said once more without a database. */
final class Reference {

    private static final Comparator<Book> BY_ID =
            Comparator.comparing(book -> book.id().toString());

    private static final int LONG = 7;
    private static final Set<String> LONG_STOP_WORDS = Set.of(
            "against", "because", "between", "herself", "himself", "ourselves", "themselves", "through", "yourself");
    private static final String COMPOUND = "compoundword";

    private Reference() {}

    static boolean meets(Book book, Filter filter) {
        var price = book.currentPrice().minor();
        return (filter.category() == null || named(book.categories(), filter.category()))
                && (filter.author() == null || named(book.authors(), filter.author()))
                && (filter.publisher() == null || named(List.of(book.publisher()), filter.publisher()))
                && (filter.language() == null || filter.language().equals(book.language()))
                && (filter.minPrice() == null || price >= filter.minPrice())
                && (filter.maxPrice() == null || price <= filter.maxPrice())
                && (filter.inStock() == null || filter.inStock() == book.stock().available() > 0);
    }

    private static boolean named(List<Heading> headings, String nameOrId) {
        return headings.stream()
                .anyMatch(heading -> heading.id().toString().equals(nameOrId)
                        || Spelling.key(heading.name()).equals(Spelling.key(nameOrId)));
    }

    /** A filter that lets through something more often than not. */
    static Filter filter(Book like, Random random) {
        return new Filter(
                maybe(random, like.categories().get(0).name().toUpperCase(Locale.ROOT)),
                random.nextInt(6) == 0 ? like.authors().get(0).name() : null,
                random.nextInt(6) == 0 ? like.publisher().id().toString() : null,
                maybe(random, like.language()),
                maybe(random, (long) random.nextInt(1500)),
                maybe(random, 800L + random.nextInt(3000)),
                maybe(random, random.nextBoolean()));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? value : null;
    }

    static Comparator<Book> order(BookOrder order) {
        Comparator<Book> byPrice =
                Comparator.comparing(book -> book.currentPrice().minor());
        Comparator<Book> byYear = Comparator.comparing(Reference::year);
        return switch (order) {
            case PRICE -> byPrice.thenComparing(BY_ID);
            case PRICE_DESCENDING -> byPrice.thenComparing(BY_ID).reversed();
            case RATING ->
                Comparator.comparing((Book book) -> book.rating().average())
                        .reversed()
                        .thenComparing(BY_ID);
            case RELEVANCE, NEWEST -> byYear.thenComparing(BY_ID).reversed();
        };
    }

    /** Books of no known year come after all others. */
    private static int year(Book book) {
        var published = book.published();
        return published == null ? Integer.MIN_VALUE : Integer.parseInt(published.replaceAll("(?<=\\d)-.*", ""));
    }

    static List<Count> counts(List<Book> books, Function<Book, Stream<String>> values) {
        return books.stream()
                .flatMap(values)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String priceRange(Book book) {
        var price = book.currentPrice().minor();
        return price < 1000 ? "0-10" : price < 2000 ? "10-20" : price < 3000 ? "20-30" : price < 5000 ? "30-50" : "50-";
    }

    /** How the words of a book begin; English endings leave that alone. */
    static Set<String> beginnings(Book book) {
        return beginnings(
                Stream.of(
                                book.title(),
                                book.subtitle(),
                                book.description(),
                                book.publisher().name(),
                                names(book.authors()),
                                names(book.categories()))
                        .collect(Collectors.joining(" ")),
                4);
    }

    /** How those words begin that are long enough to be no stop words. */
    static Set<String> beginnings(String text, int shortest) {
        return Arrays.stream(Spelling.key(text).split(" "))
                .filter(word -> word.length() >= shortest && !LONG_STOP_WORDS.contains(word))
                .map(word -> word.substring(0, 4))
                .collect(Collectors.toSet());
    }

    /** Three words of a description of which the first is long, none of them written with a hyphen or the like. */
    static String phrase(Book book, Random random) {
        var words = words(book).split(" ");
        var places = IntStream.range(0, words.length - 2)
                .filter(i -> words[i].length() >= LONG
                        && !LONG_STOP_WORDS.contains(words[i])
                        && words[i].chars().allMatch(Character::isLetter))
                .filter(i -> !(words[i] + words[i + 1] + words[i + 2]).contains(COMPOUND))
                .toArray();
        var at = places[random.nextInt(places.length)];
        return words[at] + " " + words[at + 1] + " " + words[at + 2];
    }

    static boolean hasPhrase(Book book, String phrase) {
        return (" " + words(book) + " ").contains(" " + phrase + " ");
    }

    /** A compound counts as a word of its own and as its parts, so that phrases do not go across it. */
    private static String words(Book book) {
        return Spelling.key(book.description().replaceAll("\\S*[-'’./]\\S+", " " + COMPOUND + " "));
    }

    private static String names(List<Heading> headings) {
        return headings.stream().map(Heading::name).collect(Collectors.joining(" "));
    }
}
