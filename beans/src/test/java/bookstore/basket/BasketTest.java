package bookstore.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static final UUID BOOK = new UUID(7, 1);
    private static final Money PRICE = Money.of("12.90", "EUR");

    private final Basket empty = Basket.fresh(new UUID(7, 7));

    @Test
    void what_is_put_takes_the_place_of_what_was_there_of_the_same_book() {
        var basket = empty.put(line(BOOK, 2)).put(line(new UUID(7, 2), 1)).put(line(BOOK, 5));

        assertThat(basket.lines()).containsExactly(line(BOOK, 5), line(new UUID(7, 2), 1));
        assertThat(basket.version()).isEqualTo(3);
        assertThat(basket.id()).isEqualTo(empty.id());
    }

    @Test
    void a_basket_holds_a_hundred_books() {
        var full = full();

        assertThatThrownBy(() -> full.put(line(new UUID(8, 1), 1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE));
        assertThat(full.put(line(new UUID(7, 50), 9)).lines()).hasSize(100);
    }

    @Test
    void what_finds_no_room_when_baskets_are_merged_is_left_out() {
        var merged = full().fill(List.of(line(new UUID(8, 1), 1), line(new UUID(7, 50), 9)));

        assertThat(merged.lines()).hasSize(100).contains(line(new UUID(7, 50), 9));
    }

    @Test
    void merging_twice_is_merging_once() {
        var guest = List.of(line(BOOK, 2), line(new UUID(7, 2), 1));
        var once = empty.put(line(BOOK, 5)).fill(guest);

        assertThat(once.lines()).containsExactly(line(BOOK, 5), line(new UUID(7, 2), 1));
        assertThat(once.fill(guest)).isEqualTo(once);
    }

    @Test
    void taking_out_what_is_not_there_changes_nothing() {
        var basket = empty.put(line(BOOK, 2));

        assertThat(basket.remove(new UUID(7, 2))).isEqualTo(basket);
        assertThat(basket.remove(BOOK).lines()).isEmpty();
        assertThat(basket.remove(BOOK).version()).isEqualTo(2);
    }

    @Test
    void a_line_has_one_to_ninety_nine_copies() {
        assertThatThrownBy(() -> line(BOOK, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(BOOK, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThat(line(BOOK, 99).quantity()).isEqualTo(99);
    }

    @Test
    void the_token_of_a_guest_is_not_in_the_name_of_the_basket() {
        assertThat(Owner.guest("secret").name()).startsWith("guest:").doesNotContain("secret");
    }

    private Basket full() {
        var basket = empty;
        for (var book = 0; book < 100; book++) {
            basket = basket.put(line(new UUID(7, book), 1));
        }
        return basket;
    }

    private static BasketLine line(UUID bookId, int quantity) {
        return BasketLine.of(bookId, quantity, PRICE);
    }
}
