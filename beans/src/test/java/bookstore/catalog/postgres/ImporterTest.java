package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.BookOrder;
import bookstore.catalog.FeedFormat;
import bookstore.catalog.Filter;
import bookstore.catalog.FirstBooks;
import bookstore.catalog.Import;
import bookstore.catalog.Importer;
import bookstore.catalog.feeds.CatalogFeedsFixture;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds are put on the shelves, whatever happens meanwhile. */
class ImporterTest {

    private static final Optional<String> ANY = Optional.empty();

    private final CatalogDatabase shop = new CatalogDatabase();
    private final PostgresImports imports = new PostgresImports(shop.database, shop.json, shop.ids);
    private final Importer importer = new Importer(CatalogFeedsFixture.READERS, imports, shop.catalog);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_feed_is_put_on_the_shelves_and_told() {
        var id = receive(books(1, 25), ANY).orElseThrow();

        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(Import.State.RUNNING);
        work(10);

        var done = imports.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.endedAt()).isNotNull();
        assertThat(done)
                .extracting(Import::total, Import::processed, Import::added, Import::failed)
                .containsExactly(25, 25, 25, 0);
        assertThat(onTheShelves()).isEqualTo(25);
        assertThat(shop.told()).hasSize(25).containsOnly("book.created");
    }

    @Test
    void it_is_known_when_the_first_books_are_on_the_shelves() {
        var firstBooks = new FirstBooks(importer, imports);
        shop.changes(firstBooks::receive);
        assertThat(firstBooks.areOnTheShelves()).isFalse();

        work(200);

        assertThat(firstBooks.areOnTheShelves()).isTrue();
        assertThat(onTheShelves()).isGreaterThan(300);
    }

    @Test
    void the_same_feed_again_changes_nothing() {
        receive(books(1, 25), ANY);
        work(10);

        var again = receive(books(1, 25), ANY).orElseThrow();
        work(10);

        assertThat(imports.find(again).orElseThrow().unchanged()).isEqualTo(25);
        assertThat(shop.told()).hasSize(25);
    }

    @Test
    void the_last_of_several_records_of_a_book_is_what_holds() {
        var id = receive(book(1, "5.00") + book(2, "5.00") + book(1, "7.00"), ANY)
                .orElseThrow();
        work(2);

        assertThat(imports.find(id).orElseThrow())
                .extracting(Import::added, Import::changed)
                .containsExactly(2, 1);
        assertThat(shop.books
                        .list(new Filter(null, null, null, null, 700L, null, null), BookOrder.PRICE, 1, 10)
                        .items())
                .extracting(found -> found.title())
                .containsExactly("Book 1");
    }

    @Test
    void what_the_database_does_not_keep_is_reported_too() {
        var id = receive("{\"a\\u0000b\":1}\n" + book(1, "5.00"), ANY).orElseThrow();
        work(10);

        var done = imports.find(id).orElseThrow();
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.errors()).isNotEmpty();
    }

    @Test
    void bad_records_are_reported_and_passed_over() {
        var id = receive(
                        book(1, "5.00") + "{\"title\":\"No price\",\"language\":\"en\"}\nnonsense\n" + book(2, "5.00"),
                        ANY)
                .orElseThrow();
        work(10);

        var done = imports.find(id).orElseThrow();
        assertThat(done)
                .extracting(Import::total, Import::added, Import::failed)
                .containsExactly(4, 2, 2);
        assertThat(done.errors())
                .containsExactly(
                        new Import.Error(2, "price", "is needed"),
                        new Import.Error(3, "", "is not JSON, or names a field twice"));
    }

    @Test
    void a_record_that_only_the_shelves_refuse_is_reported_too() {
        var unknown = "{\"title\":\"A\",\"authors\":[{\"id\":\"%s\"}],\"language\":\"en\",\"price\":"
                + "{\"amount\":\"5.00\",\"currency\":\"EUR\"}}\n";
        var id = receive(book(1, "5.00") + unknown.formatted(new UUID(1, 1)) + book(2, "5.00"), ANY)
                .orElseThrow();
        work(10);

        var done = imports.find(id).orElseThrow();
        assertThat(done).extracting(Import::added, Import::failed).containsExactly(2, 1);
        assertThat(done.errors()).hasSize(1).allMatch(error -> error.line() == 2);
        assertThat(shop.told()).hasSize(2);
    }

    @Test
    void whoever_is_stopped_in_a_batch_leaves_it_for_the_next() {
        var id = receive(books(1, 25), ANY).orElseThrow();
        shop.does(() -> importer.work(10));

        assertThatThrownBy(() -> shop.changes(() -> {
                    importer.work(10);
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(imports.find(id).orElseThrow().processed()).isEqualTo(10);
        work(10);

        assertThat(imports.find(id).orElseThrow().added()).isEqualTo(25);
        assertThat(shop.told()).hasSize(25);
    }

    @Test
    void two_instances_do_not_do_the_same() {
        receive(books(1, 25), ANY);

        shop.changes(() -> {
            importer.work(10);
            assertThat(otherInstance(10)).as("what the other finds").isFalse();
        });
    }

    @Test
    void a_feed_with_a_name_is_taken_once() {
        assertThat(receive(books(1, 5), Optional.of("monday"))).isPresent();
        assertThat(receive(books(1, 5), Optional.of("monday"))).isEmpty();
        assertThat(receive(books(1, 5), Optional.of("tuesday"))).isPresent();
    }

    @Test
    void a_batch_with_a_book_that_the_shelves_refuse_loses_only_that_one() {
        var unknown = "{\"title\":\"A\",\"authors\":[{\"id\":\"%s\"}],\"language\":\"en\",\"price\":"
                + "{\"amount\":\"5.00\",\"currency\":\"EUR\"}}\n";
        var id = receive(books(1, 3) + unknown.formatted(new UUID(1, 1)) + book(2, "6.00") + books(4, 6), ANY)
                .orElseThrow();

        work(100);

        assertThat(imports.find(id).orElseThrow())
                .extracting(Import::added, Import::changed, Import::failed)
                .containsExactly(6, 1, 1);
    }

    @Test
    void a_feed_that_breaks_off_leaves_nothing() {
        var broken = new InputStream() {
            private final InputStream start = stream(books(1, 2000));

            @Override
            public int read() {
                throw new IllegalStateException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws java.io.IOException {
                var read = start.read(into, from, length);
                return read < 0 ? read() : read;
            }
        };

        assertThatThrownBy(() -> shop.does(() -> importer.receive(FeedFormat.JSON_LINES, broken, ANY)))
                .hasMessage("gone");
        assertThat(shop.does(() -> importer.work(10))).isFalse();
    }

    private boolean otherInstance(int batch) {
        var other = new org.springframework.transaction.support.TransactionTemplate(shop.database.transactionManager());
        other.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Boolean.TRUE.equals(other.execute(status -> importer.work(batch)));
    }

    private Optional<UUID> receive(String feed, Optional<String> source) {
        return shop.does(() -> importer.receive(FeedFormat.JSON_LINES, stream(feed), source));
    }

    private void work(int batch) {
        while (shop.does(() -> importer.work(batch))) {
            // until nothing is left
        }
    }

    private long onTheShelves() {
        return shop.books.list(Filter.NONE, BookOrder.NEWEST, 1, 1).totalItems();
    }

    private static InputStream stream(String feed) {
        return new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static String books(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> book(number, "5.00"))
                .collect(Collectors.joining());
    }

    private static String book(int number, String price) {
        return "{\"title\":\"Book %d\",\"authors\":[\"Author %d\"],\"language\":\"en\",\"price\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}\n"
                .formatted(number, number % 3, price);
    }
}
