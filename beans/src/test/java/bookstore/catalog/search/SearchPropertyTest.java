package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Facets.Count;
import bookstore.catalog.Filter;
import bookstore.catalog.Heading;
import bookstore.catalog.Spelling;
import bookstore.catalog.TextSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Any search that can be asked, against what a walk through all books says. */
class SearchPropertyTest {

    private static final int ROUNDS = 100;

    private static final Random RANDOM = new Random(4);
    private static StockedShop shop;
    private static BookSearch search;
    private static Map<UUID, Book> books;
    private static List<Book> all;
    private static List<String> words;

    @BeforeAll
    static void stock() {
        shop = new StockedShop();
        shop.database
                .jdbc()
                .sql("update books set available = case when abs(hashtext(title)) % 4 = 0 then 0 else available end,"
                        + " sale_price_minor = case when abs(hashtext(title)) % 3 = 0 then price_minor / 2 end,"
                        + " stars = abs(hashtext(title)) % 26, reviews = 5 * least(1, abs(hashtext(title)) % 26)")
                .update();
        shop.vocabulary.count();
        search = shop.search(StockedShop.SETTINGS);
        all = shop.all();
        books = all.stream().collect(Collectors.toMap(Book::id, Function.identity()));
        words = all.stream()
                .flatMap(book -> Arrays.stream((book.title() + " " + book.description()).split("[^\\p{L}]+")))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @RepeatedTest(ROUNDS)
    void what_a_filter_lets_through_is_all_there_in_its_order() {
        var asked = asked("", Mode.HYBRID);

        var page = search.page(asked);

        var wanted = all.stream()
                .filter(book -> Reference.meets(book, asked.filter()))
                .sorted(Reference.order(asked.order()))
                .toList();
        assertThat(page.totalItems()).isEqualTo(wanted.size());
        assertThat(books(page)).isEqualTo(asked.cut(wanted));
        assertFacets(page, wanted);
    }

    @RepeatedTest(ROUNDS)
    void each_page_of_a_search_is_cut_from_one_ranking_of_what_the_filter_lets_through() {
        var asked = asked(query(), any(List.of(Mode.values())));
        var findings = findings(asked);

        var page = search.page(asked, findings);

        var ranking = search.page(unfiltered(asked), findings).hits();
        var wanted = ranking.stream()
                .filter(hit -> Reference.meets(books.get(hit.bookId()), asked.filter()))
                .toList();
        assertThat(page.totalItems()).isEqualTo(wanted.size());
        assertFacets(page, wanted.stream().map(hit -> books.get(hit.bookId())).toList());
        if (asked.order() == BookOrder.RELEVANCE) {
            assertThat(page.hits()).isEqualTo(asked.cut(wanted));
        } else {
            assertThat(books(page))
                    .isEqualTo(asked.cut(wanted.stream()
                            .map(hit -> books.get(hit.bookId()))
                            .sorted(Reference.order(asked.order()))
                            .toList()));
        }
    }

    @RepeatedTest(20)
    void fifty_pages_together_are_the_ranking_and_name_no_book_twice() {
        var query = query();
        var findings = findings(new Search(query, Mode.HYBRID, Filter.NONE, BookOrder.RELEVANCE, 1, 1));
        var ranking = search.page(new Search(query, Mode.HYBRID, Filter.NONE, BookOrder.RELEVANCE, 1, 1000), findings)
                .hits();
        var size = 1 + RANDOM.nextInt(8);

        var walked = IntStream.rangeClosed(1, 50)
                .mapToObj(page -> new Search(query, Mode.HYBRID, Filter.NONE, BookOrder.RELEVANCE, page, size))
                .flatMap(page -> search.page(page, findings).hits().stream())
                .toList();

        assertThat(walked).isEqualTo(ranking.subList(0, Math.min(50 * size, ranking.size())));
        assertThat(walked).extracting(Hit::bookId).doesNotHaveDuplicates();
        assertThat(walked).extracting(Hit::score).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @RepeatedTest(50)
    void a_hit_says_by_which_way_it_was_found() {
        var asked = asked(query(), Mode.HYBRID);
        var byText = search.byText(asked);
        var byMeaning = search.byMeaning(nearest(asked));
        var texts = byText.byText().stream().map(TextSearch.Match::bookId).collect(Collectors.toSet());

        for (var hit : search.page(unfiltered(asked), byText.and(byMeaning)).hits()) {
            assertThat(hit.matchedBy().contains("text")).isEqualTo(texts.contains(hit.bookId()));
            assertThat(hit.matchedBy().contains("vector"))
                    .isEqualTo(byMeaning.byMeaning().contains(hit.bookId()));
            assertThat(hit.score()).isPositive();
        }
    }

    @Test
    void every_book_is_first_by_its_isbn_in_each_way_of_writing_it() {
        for (var book : all) {
            if (book.isbn() != null) {
                var digits = book.isbn().digits();
                for (var written : Stream.concat(Stream.of(digits, hyphened(digits)), ofTen(digits))
                        .toList()) {
                    assertThat(found(written)).as(written).containsExactly(book);
                }
            }
        }
    }

    @Test
    void a_slip_in_an_isbn_leads_to_its_book() {
        for (var book : all) {
            if (book.isbn() != null) {
                var digits = new StringBuilder(book.isbn().digits());
                var place = 3 + RANDOM.nextInt(10);
                digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + 1 + RANDOM.nextInt(9)) % 10));

                assertThat(found(digits.toString())).as(digits.toString()).contains(book);
            }
        }
    }

    @Test
    void every_book_is_first_by_its_title_with_accents_or_without() {
        for (var book : all) {
            assertThat(found(book.title())).as(book.title()).first().isEqualTo(book);
            assertThat(found(Spelling.key(book.title())))
                    .as(book.title())
                    .first()
                    .isEqualTo(book);
        }
    }

    @Test
    void nearly_every_book_is_first_by_its_title_with_a_slip_of_the_finger() {
        var missed = all.stream()
                .filter(book -> Spelling.key(book.title()).length() >= 10)
                .filter(book -> found(slip(Spelling.key(book.title()))).stream()
                        .limit(1)
                        .noneMatch(book::equals))
                .map(Book::title)
                .toList();

        assertThat(missed).hasSizeLessThan(all.size() / 20);
    }

    @RepeatedTest(50)
    void a_phrase_finds_the_books_that_have_it_and_no_other() {
        var phrase = Reference.phrase(any(all), RANDOM);
        var wanted =
                all.stream().filter(book -> Reference.hasPhrase(book, phrase)).toList();

        var found = found('"' + phrase + '"');

        assertThat(found).as(phrase).containsAll(wanted);
        assertThat(found).as(phrase).allSatisfy(book -> assertThat(Reference.beginnings(book))
                .containsAll(Reference.beginnings(phrase, 7)));
    }

    @RepeatedTest(ROUNDS)
    void suggestions_are_the_titles_and_authors_with_a_word_that_begins_so() {
        var name = any(names());
        var key = Spelling.key(name);
        var from = RANDOM.nextBoolean() ? 0 : key.lastIndexOf(' ') + 1;
        var typed = key.substring(from, from + 1 + RANDOM.nextInt(key.length() - from))
                .strip();

        var suggested = shop.titles.startingWith(typed, 10);

        var matching = names().stream()
                .filter(other -> (" " + Spelling.key(other)).contains(" " + typed))
                .toList();
        assertThat(suggested).hasSize(Math.min(10, matching.size())).doesNotHaveDuplicates();
        assertThat(matching).containsAll(suggested);
        var begin = suggested.stream()
                .map(other -> Spelling.key(other).startsWith(typed))
                .toList();
        assertThat(begin).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(begin.stream().filter(first -> first).count())
                .isEqualTo(Math.min(
                        10,
                        matching.stream()
                                .filter(other -> Spelling.key(other).startsWith(typed))
                                .count()));
    }

    @RepeatedTest(20)
    void books_like_one_are_the_nearest_without_itself() {
        var book = any(all);
        var near = shuffled();

        assertThat(search.similar(book.id(), near, 7))
                .extracting(Book::id)
                .containsExactlyElementsOf(near.stream()
                        .map(Nearby::bookId)
                        .filter(id -> !id.equals(book.id()))
                        .limit(7)
                        .toList());
        assertThat(search.similar(book, 7))
                .doesNotContain(book)
                .doesNotHaveDuplicates()
                .allSatisfy(other -> assertThat(headings(other)).containsAnyElementsOf(headings(book)));
    }

    private static Findings findings(Search asked) {
        return switch (asked.mode()) {
            case TEXT -> search.byText(asked);
            case VECTOR -> search.byMeaning(nearest(asked));
            case HYBRID -> search.byText(asked).and(search.byMeaning(nearest(asked)));
        };
    }

    /** A meaning of its own for each query; that of the real model is not the question here. */
    private static List<Nearby> nearest(Search asked) {
        var random = new Random(asked.text().hashCode());
        return all.stream()
                .map(book -> new Nearby(book.id(), 0.3 + random.nextDouble() / 2))
                .sorted(Comparator.comparingDouble(Nearby::similarity).reversed())
                .toList();
    }

    private static List<Nearby> shuffled() {
        return nearest(Search.of(query()));
    }

    private static Search asked(String query, Mode mode) {
        var book = any(all);
        return new Search(
                query,
                mode,
                Reference.filter(book, RANDOM),
                any(List.of(BookOrder.values())),
                1 + RANDOM.nextInt(4),
                1 + RANDOM.nextInt(20));
    }

    private static Search unfiltered(Search asked) {
        return new Search(asked.text(), asked.mode(), Filter.NONE, BookOrder.RELEVANCE, 1, 1000);
    }

    private static String query() {
        return RANDOM.nextInt(4) == 0
                ? any(all).title()
                : IntStream.rangeClosed(0, RANDOM.nextInt(4))
                        .mapToObj(i -> any(words))
                        .collect(Collectors.joining(" "));
    }

    private static List<Book> found(String query) {
        var asked = new Search(query, Mode.TEXT, Filter.NONE, BookOrder.RELEVANCE, 1, 100);
        return books(search.page(asked, search.byText(asked)));
    }

    private static List<Book> books(ResultPage page) {
        return page.hits().stream().map(hit -> books.get(hit.bookId())).toList();
    }

    private static void assertFacets(ResultPage page, List<Book> wanted) {
        var facets = page.facets();
        assertThat(facets.language())
                .containsExactlyInAnyOrderElementsOf(Reference.counts(wanted, book -> Stream.of(book.language())));
        var categories =
                Reference.counts(wanted, book -> book.categories().stream().map(Heading::name));
        assertThat(categories).containsAll(facets.category());
        assertThat(facets.category()).hasSize(Math.min(20, categories.size()));
        assertThat(Reference.counts(wanted, book -> book.authors().stream().map(Heading::name)))
                .containsAll(facets.author());
        assertThat(facets.price())
                .containsExactlyInAnyOrderElementsOf(
                        Reference.counts(wanted, book -> Stream.of(Reference.priceRange(book))));
        assertThat(facets.category())
                .isSortedAccordingTo(Comparator.comparing(Count::count).reversed());
    }

    private static Set<String> names() {
        return all.stream()
                .flatMap(book -> Stream.concat(
                        Stream.of(book.title()), book.authors().stream().map(Heading::name)))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> headings(Book book) {
        return Stream.concat(book.authors().stream(), book.categories().stream())
                .map(Heading::id)
                .collect(Collectors.toSet());
    }

    private static String hyphened(String digits) {
        return digits.substring(0, 3) + "-" + digits.charAt(3) + "-" + digits.substring(4, 8) + "-"
                + digits.substring(8, 12) + "-" + digits.charAt(12);
    }

    private static Stream<String> ofTen(String digits) {
        if (!digits.startsWith("978")) {
            return Stream.empty();
        }
        var nine = digits.substring(3, 12);
        var sum = IntStream.range(0, 9)
                .map(i -> (10 - i) * (nine.charAt(i) - '0'))
                .sum();
        var check = (11 - sum % 11) % 11;
        return Stream.of(nine + (check == 10 ? "X" : String.valueOf(check)));
    }

    /** Two letters change places, one is lost, or one comes twice. */
    private static String slip(String text) {
        var at = 1 + RANDOM.nextInt(text.length() - 2);
        return switch (RANDOM.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at) + text.substring(at);
        };
    }

    private static <T> T any(List<T> from) {
        return from.get(RANDOM.nextInt(from.size()));
    }

    private static <T> T any(Set<T> from) {
        return any(new ArrayList<>(from));
    }
}
