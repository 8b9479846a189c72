package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.Catalog.Outcome;
import bookstore.catalog.Drafts;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Isbn;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.ordering.events.OrderCreated.Line;
import bookstore.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is changed in the catalogue is kept, and told. */
class CatalogTest {

    private final CatalogDatabase shop = new CatalogDatabase();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_new_book_is_there_as_it_was_described() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));

        assertThat(shop.books.find(book.id())).contains(book);
        assertThat(shop.books.find(Isbn.of("9780441172719"))).contains(book);
        assertThat(shop.told()).containsExactly("book.created");
    }

    @Test
    void the_same_book_is_not_added_twice() {
        shop.changes(() -> shop.catalog.add(Drafts.DUNE));

        assertThatThrownBy(() -> shop.changes(() -> shop.catalog.add(Drafts.DUNE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(shop.told()).hasSize(1);
    }

    @Test
    void another_price_is_told_as_such_too() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));

        var changed = shop.does(() -> shop.catalog.change(book.id(), 1, Drafts.priced(Drafts.DUNE, "9.90")));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(shop.books.find(book.id())).contains(changed);
        assertThat(shop.told()).containsExactly("book.created", "book.updated", "price.changed");
    }

    @Test
    void a_change_of_nothing_is_none() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));

        assertThat(shop.does(() -> shop.catalog.change(book.id(), 1, Drafts.DUNE)))
                .isEqualTo(book);
        assertThat(shop.does(() -> shop.catalog.take(Drafts.DUNE))).isEqualTo(Outcome.UNCHANGED);
        assertThat(shop.told()).containsExactly("book.created");
    }

    @Test
    void whoever_has_not_seen_the_last_change_does_not_overwrite_it() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));
        shop.changes(() -> shop.catalog.change(book.id(), 1, Drafts.priced(Drafts.DUNE, "9.90")));

        assertThatThrownBy(() -> shop.changes(() -> shop.catalog.change(book.id(), 1, Drafts.DUNE)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(Refusal.Kind.PRECONDITION_FAILED));
    }

    @Test
    void a_book_that_is_taken_off_is_gone_and_may_come_back_as_a_new_one() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));
        shop.changes(() -> shop.catalog.remove(book.id(), Optional.of(1L)));

        assertThat(shop.books.find(book.id())).isEmpty();
        assertThat(shop.told()).containsExactly("book.created", "book.deleted");
        assertThat(shop.does(() -> shop.catalog.take(Drafts.DUNE))).isEqualTo(Outcome.ADDED);
    }

    @Test
    void a_book_that_somebody_waits_for_is_not_taken_off_before_all_its_orders_have_ended() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE)).id();
        var other = shop.does(() -> shop.catalog.add(Drafts.titled("Emma", "Jane Austen")))
                .id();
        var confirmed = new UUID(0, 1);
        var cancelled = new UUID(0, 2);
        shop.purchases.add(ordered(confirmed, book));
        shop.purchases.add(ordered(cancelled, book));

        shop.changes(() -> shop.catalog.remove(other, Optional.empty()));
        assertInUse(book);
        shop.purchases.cancel(new OrderCancelled(cancelled, "ann", "a@b.example", "CARD_DECLINED", Instant.EPOCH));
        assertInUse(book);
        shop.purchases.confirm(new OrderConfirmed(confirmed, "ann", "a@b.example", 1190, "EUR", Instant.EPOCH));
        shop.changes(() -> shop.catalog.remove(book, Optional.empty()));

        assertThat(shop.books.find(book)).isEmpty();
    }

    @Test
    void who_hears_of_an_order_only_after_its_end_waits_for_nothing() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE)).id();
        var order = new UUID(0, 3);
        shop.purchases.cancel(new OrderCancelled(order, "ann", "a@b.example", "OUT_OF_STOCK", Instant.EPOCH));
        shop.purchases.add(ordered(order, book));

        shop.changes(() -> shop.catalog.remove(book, Optional.empty()));

        assertThat(shop.purchases.contains("ann", book)).isFalse();
    }

    private void assertInUse(UUID book) {
        assertThatThrownBy(() -> shop.changes(() -> shop.catalog.remove(book, Optional.empty())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.code()).isEqualTo("book-in-use");
                });
        assertThat(shop.books.find(book)).isPresent();
    }

    private static OrderCreated ordered(UUID order, UUID book) {
        var lines = List.of(new Line(book, "Dune", 1, 1190));
        return new OrderCreated(
                order, "ann", "a@b.example", "tok_visa", 1190, "EUR", lines, "basket", 1, Instant.EPOCH);
    }

    @Test
    void a_renamed_author_is_renamed_on_all_books() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));
        var author = book.authors().get(0);

        shop.changes(() -> shop.catalog.rename(HeadingKind.AUTHOR, author.id(), 1, "Franklin Herbert"));

        var renamed = shop.books.find(book.id()).orElseThrow();
        assertThat(renamed.authors().get(0).name()).isEqualTo("Franklin Herbert");
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(shop.told()).containsExactly("book.created", "book.updated");
    }

    @Test
    void an_author_with_books_cannot_be_removed() {
        var book = shop.does(() -> shop.catalog.add(Drafts.DUNE));
        var author = book.authors().get(0).id();

        assertThatThrownBy(() -> shop.changes(() -> shop.headings.remove(HeadingKind.AUTHOR, author, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        shop.changes(() -> shop.catalog.remove(book.id(), Optional.empty()));
        shop.changes(() -> shop.headings.remove(HeadingKind.AUTHOR, author, Optional.empty()));
        assertThat(shop.headings.find(HeadingKind.AUTHOR, author)).isEmpty();
    }

    @Test
    void names_that_differ_in_accents_and_case_only_are_one() {
        var first = shop.does(() -> shop.catalog.add(Drafts.titled("Švejk", "Jaroslav Hašek")));
        var second = shop.does(() -> shop.catalog.add(Drafts.titled("The Red Commissar", "JAROSLAV HASEK")));

        assertThat(second.authors()).isEqualTo(first.authors());
    }
}
