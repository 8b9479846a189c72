package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import bookstore.catalog.Drafts;
import bookstore.catalog.Filter;
import bookstore.catalog.TextSearch.Match;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Books are found by their words. */
class PostgresTextSearchTest {

    private final CatalogDatabase shop = new CatalogDatabase();
    private final PostgresVocabulary vocabulary = new PostgresVocabulary(shop.database, Set::of);
    private final PostgresTextSearch search = new PostgresTextSearch(shop.database, vocabulary);

    @BeforeEach
    void put_books_on_the_shelves() {
        shop.changes(() -> {
            shop.catalog.add(Drafts.DUNE);
            shop.catalog.add(Drafts.titled("Dune Messiah", "Frank Herbert"));
            shop.catalog.add(Drafts.titled("The Shining", "Stephen King"));
            shop.catalog.add(Drafts.titled("The King in Yellow", "Robert W. Chambers"));
            shop.catalog.add(Drafts.titled("It", "Stephen King"));
            shop.catalog.add(Drafts.titled("Les Misérables", "Victor Hugo"));
            shop.catalog.add(Drafts.titled("The Good Soldier Švejk", "Jaroslav Hašek"));
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_exact_title_comes_first() {
        assertThat(titles("dune")).containsExactly("Dune", "Dune Messiah");
    }

    @Test
    void a_title_of_stop_words_is_found() {
        assertThat(titles("it")).containsExactly("It");
    }

    @Test
    void author_and_title_are_found_together() {
        assertThat(titles("stephen king shining")).first().isEqualTo("The Shining");
    }

    @Test
    void other_forms_of_a_word_are_found() {
        assertThat(titles("deserts of planets")).first().isEqualTo("Dune");
    }

    @Test
    void accents_do_not_matter() {
        assertThat(titles("les miserables")).containsExactly("Les Misérables");
        assertThat(titles("Svejk Hasek")).containsExactly("The Good Soldier Švejk");
    }

    @Test
    void a_name_is_found_as_other_languages_write_it_once_the_words_are_counted() {
        shop.changes(() -> shop.catalog.add(Drafts.titled("Crime and Punishment", "Fyodor Dostoyevsky")));
        vocabulary.count();

        assertThat(titles("Dostojewski")).containsExactly("Crime and Punishment");
        assertThat(titles("dostoevskij")).containsExactly("Crime and Punishment");
    }

    @Test
    void a_phrase_keeps_its_order() {
        assertThat(titles("\"desert planet\"")).containsExactly("Dune");
        assertThat(titles("\"planet desert\"")).isEmpty();
    }

    @Test
    void an_unwanted_word_keeps_a_book_out() {
        assertThat(titles("herbert -messiah")).containsExactly("Dune");
    }

    @Test
    void an_isbn_is_found_with_and_without_hyphens() {
        assertThat(titles("9780441172719")).containsExactly("Dune");
        assertThat(titles("978-0-441-17271-9")).containsExactly("Dune");
    }

    @Test
    void what_is_misspelled_is_found() {
        assertThat(titles("the shinning")).first().isEqualTo("The Shining");
        assertThat(titles("frank herbrt")).contains("Dune", "Dune Messiah");
    }

    @Test
    void some_of_the_words_are_better_than_nothing() {
        assertThat(titles("spice opera with sandworms in the desert")).containsExactly("Dune");
    }

    @Test
    void ranks_fall_from_the_first_to_the_last() {
        var ranks =
                search.search("king", Filter.NONE, 10).stream().map(Match::rank).toList();

        assertThat(ranks).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void the_filter_holds_for_what_is_found() {
        var dear = new Filter(null, null, null, null, 1100L, null, null);

        assertThat(search.search("dune", dear, 10)).hasSize(1);
    }

    @Test
    void signs_that_mean_nothing_do_no_harm() {
        for (var query : List.of("' & | ! ( ) : * <->", "\\", "'';--", "%", "🦉", "\"", "-")) {
            assertThat(titles(query)).as(query).isEmpty();
        }
    }

    private List<String> titles(String query) {
        var ids = search.search(query, Filter.NONE, 10).stream()
                .map(Match::bookId)
                .toList();
        return shop.books.findAll(ids).stream().map(Book::title).toList();
    }
}
