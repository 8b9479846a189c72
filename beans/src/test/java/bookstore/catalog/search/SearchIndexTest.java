package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Draft;
import bookstore.catalog.Filter;
import bookstore.catalog.Named;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import bookstore.shared.Money;
import bookstore.shared.Page;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index follows the catalogue, whatever is heard and how often. */
class SearchIndexTest {

    private static final StockedShop SHOP = new StockedShop();

    private final InMemoryVectors store = new InMemoryVectors();
    private final CountedEmbeddings embeddings = new CountedEmbeddings();
    private final SearchIndex index = new SearchIndex(SHOP.books, embeddings, store, SHOP.rebuilds);
    private final IndexBuilder builder = new IndexBuilder(SHOP.books, index, store, SHOP.rebuilds, 2);

    @BeforeEach
    void publish() {
        SHOP.database.jdbc().sql("truncate search_rebuilds").update();
        builder.build(builder.begin());
        embeddings.asked = 0;
        store.written = 0;
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void a_first_build_reads_every_book() {
        assertThat(store.count(published())).isEqualTo(books().totalItems());
        assertThat(builder.isDue()).isFalse();
        assertThat(SHOP.rebuilds.latest().orElseThrow().state()).isEqualTo(Rebuild.State.DONE);
    }

    @Test
    void a_build_waits_for_a_model_that_others_keep_busy() {
        add("Read after a while");
        embeddings.busy = 9;

        builder.build(builder.begin());

        assertThat(SHOP.rebuilds.latest().orElseThrow().state()).isEqualTo(Rebuild.State.DONE);
        assertThat(store.count(published())).isEqualTo(books().totalItems());
    }

    @Test
    void a_new_book_is_read_once_however_often_it_is_told_of() {
        var book = add("Heard twice");

        index.follow(book.id());
        index.follow(book.id());

        assertThat(store.find(published(), book.id())).isPresent();
        assertThat(embeddings.asked).isEqualTo(1);
        assertThat(store.written).isEqualTo(1);
    }

    @Test
    void a_new_price_is_not_read() {
        var book = add("Dearer now");
        index.follow(book.id());
        embeddings.asked = 0;

        SHOP.changes(() -> SHOP.catalog.change(book.id(), book.version(), draft("Dearer now", "99.00")));
        index.follow(book.id());

        assertThat(embeddings.asked).isZero();
    }

    @Test
    void a_new_title_is_read() {
        var book = add("Old title");
        index.follow(book.id());
        var before = store.find(published(), book.id()).orElseThrow();

        SHOP.changes(() -> SHOP.catalog.change(book.id(), book.version(), draft("New title", "10.00")));
        index.follow(book.id());

        assertThat(store.find(published(), book.id()).orElseThrow().fingerprint())
                .isNotEqualTo(before.fingerprint());
    }

    @Test
    void a_book_that_was_taken_off_is_forgotten_even_if_its_coming_is_told_last() {
        var book = add("Gone again");
        SHOP.changes(() -> SHOP.catalog.remove(book.id(), Optional.empty()));

        index.follow(book.id());
        index.follow(book.id());

        assertThat(store.find(published(), book.id())).isEmpty();
    }

    @Test
    void a_book_that_comes_while_a_new_index_is_built_is_in_both() {
        var rebuild = builder.begin();
        store.create(rebuild.collection(), 2);
        var book = add("Between two indexes");

        index.follow(book.id());

        assertThat(store.find(published(), book.id())).isPresent();
        assertThat(store.find(rebuild.collection(), book.id())).isPresent();
        assertThat(embeddings.asked).isEqualTo(1);
    }

    @Test
    void an_index_that_is_begun_but_not_there_yet_is_not_asked() {
        var rebuild = builder.begin();
        var book = add("Before the index");

        index.follow(book.id());
        assertThat(store.exists(rebuild.collection())).isFalse();

        builder.build(rebuild);
        assertThat(store.find(published(), book.id())).isPresent();
    }

    @Test
    void a_second_build_asks_the_model_nothing_and_takes_the_place_of_the_first() {
        var first = published();

        builder.build(builder.begin());

        assertThat(embeddings.asked).isZero();
        assertThat(published()).isNotEqualTo(first);
        assertThat(store.count(published())).isEqualTo(books().totalItems());
    }

    @Test
    void one_build_runs_at_a_time() {
        builder.begin();

        assertThatThrownBy(builder::begin).isInstanceOf(Refusal.class);
    }

    @Test
    void a_build_that_gives_no_sign_of_life_does_not_stand_in_the_way() {
        builder.begin();
        SHOP.database
                .jdbc()
                .sql("update search_rebuilds set alive_at = now() - interval '2 minutes'")
                .update();

        assertThat(SHOP.rebuilds.running()).isEmpty();
        assertThat(builder.begin().state()).isEqualTo(Rebuild.State.RUNNING);
    }

    @Test
    void a_failed_build_leaves_the_index_as_it_is() {
        var first = published();
        embeddings.broken = true;
        add("Unreadable");

        builder.build(builder.begin());

        assertThat(published()).isEqualTo(first);
        assertThat(SHOP.rebuilds.latest().orElseThrow().state()).isEqualTo(Rebuild.State.FAILED);
        builder.isDue();
        assertThat(builder.isDue()).as("stays behind").isTrue();
    }

    @Test
    void an_index_of_another_model_is_replaced_though_it_has_every_book() {
        var other = new IndexBuilder(SHOP.books, index, store, SHOP.rebuilds, 3);
        assertThat(other.isDue()).isTrue();
        assertThat(builder.isDue()).isFalse();
    }

    @Test
    void an_index_that_catches_up_is_left_alone() {
        var first = add("Comes first");
        add("Comes next");
        assertThat(builder.isDue()).isFalse();
        index.follow(first.id());
        assertThat(builder.isDue()).isFalse();
        assertThat(builder.isDue()).isTrue();
    }

    @Test
    void nonsense_of_the_model_does_not_come_into_the_index() {
        var book = add("Misread");
        embeddings.nonsense = true;
        assertThatThrownBy(() -> index.follow(book.id())).isInstanceOf(EmbeddingUnavailable.class);
        assertThat(store.find(published(), book.id())).isEmpty();
    }

    private static Page<Book> books() {
        return SHOP.books.list(Filter.NONE, BookOrder.NEWEST, 1, 1);
    }

    private String published() {
        return store.published().orElseThrow();
    }

    private static Book add(String title) {
        return SHOP.database.transaction().execute(status -> SHOP.catalog.add(draft(title, "10.00")));
    }

    private static Draft draft(String title, String price) {
        return new Draft(
                null,
                title,
                "",
                "",
                List.of(Named.of("Index Tester")),
                null,
                List.of(),
                "en",
                null,
                Money.of(price, "EUR"),
                null,
                1,
                null);
    }

    /** A model of two dimensions that counts how often it is asked. */
    private static final class CountedEmbeddings implements Embeddings {

        private int asked;
        private int busy;
        private boolean broken;
        private boolean nonsense;

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] ofQuery(String text) {
            return ofPassage(text);
        }

        @Override
        public float[] ofPassage(String text) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (busy-- > 0) {
                throw new EmbeddingUnavailable("busy");
            }
            asked++;
            if (nonsense) {
                return new float[] {Float.NaN, 1};
            }
            return new float[] {1, text.length()};
        }
    }
}
