package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.Book;
import bookstore.catalog.Critics;
import bookstore.catalog.Drafts;
import bookstore.catalog.Rating;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.ordering.events.OrderCreated.Line;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has bought a book says once what it is worth. */
class CriticsTest {

    private final CatalogDatabase shop = new CatalogDatabase();
    private final PostgresReviews reviews = new PostgresReviews(shop.database);
    private final Critics critics =
            new Critics(shop.shelves, reviews, shop.purchases, shop.outbox::add, Clock.systemUTC(), shop.ids);
    private final Book book = shop.does(() -> shop.catalog.add(Drafts.DUNE));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_average_of_all_buyers_shows_on_the_book() {
        buys("alice");
        buys("bob");
        write("alice", 5);
        write("bob", 4);

        var rated = shop.books.find(book.id()).orElseThrow();
        assertThat(rated.rating()).isEqualTo(new Rating(4.5, 2));
        assertThat(rated.version()).isEqualTo(3);
        assertThat(shop.told()).containsExactly("book.created", "book.updated", "book.updated");
        assertThat(reviews.list(book.id(), 1, 10).items())
                .extracting(review -> review.stars())
                .containsExactly(4, 5);
    }

    @Test
    void who_has_not_bought_it_is_not_asked() {
        refused(() -> write("alice", 5), Refusal.Kind.FORBIDDEN);

        shop.purchases.add(ordered(new UUID(0, 1), "alice"));
        refused(() -> write("alice", 5), Refusal.Kind.FORBIDDEN);
    }

    @Test
    void the_events_of_an_order_may_come_in_any_order() {
        var order = new UUID(0, 2);
        shop.purchases.confirm(confirmed(order, "alice"));
        shop.purchases.add(ordered(order, "alice"));

        assertThat(shop.purchases.contains("alice", book.id())).isTrue();
        assertThat(shop.purchases.contains("bob", book.id())).isFalse();
    }

    @Test
    void nobody_speaks_twice() {
        buys("alice");
        write("alice", 5);

        refused(() -> write("alice", 1), Refusal.Kind.CONFLICT);
        assertThat(shop.books.find(book.id()).orElseThrow().rating()).isEqualTo(new Rating(5, 1));
    }

    @Test
    void a_review_is_taken_back_by_its_writer_or_an_admin() {
        buys("alice");
        var review = write("alice", 5);

        refused(() -> remove(review, Optional.of("bob")), Refusal.Kind.FORBIDDEN);
        remove(review, Optional.of("alice"));
        assertThat(shop.books.find(book.id()).orElseThrow().rating()).isEqualTo(Rating.NONE);
        refused(() -> remove(review, Optional.of("alice")), Refusal.Kind.NOT_FOUND);

        remove(write("alice", 2), Optional.empty());
        assertThat(reviews.list(book.id(), 1, 10).items()).isEmpty();
    }

    private static void refused(Runnable work, Refusal.Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }

    private UUID write(String buyer, int stars) {
        return shop.does(() -> critics.write(book.id(), buyer, stars, "")).id();
    }

    private void remove(UUID review, Optional<String> buyer) {
        shop.changes(() -> critics.remove(review, buyer));
    }

    private void buys(String buyer) {
        var order = shop.ids.next();
        shop.purchases.add(ordered(order, buyer));
        shop.purchases.confirm(confirmed(order, buyer));
    }

    private OrderCreated ordered(UUID order, String buyer) {
        var lines = List.of(new Line(book.id(), "Dune", 1, 1190));
        return new OrderCreated(
                order, buyer, "a@b.example", "tok_visa", 1190, "EUR", lines, "basket", 1, Instant.EPOCH);
    }

    private static OrderConfirmed confirmed(UUID order, String buyer) {
        return new OrderConfirmed(order, buyer, "a@b.example", 1190, "EUR", Instant.EPOCH);
    }
}
