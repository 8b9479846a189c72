package bookstore.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "pay with 4242 4242 4242 4242 please",
                "4242-4242-4242-4242",
                "4242.4242.4242.4242",
                "378282246310005",
                "x4242424242424242x",
                "4242424242424242 10115",
                "6304000000000000",
                "10115 4242 4242 4242 4242 5",
                "Main Street 7, 4242 - 4242 - 4242 - 4242",
                "4242\u00a04242\u00a04242\u00a04242",
                "\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
                "order-4242_4242_4242_4242",
                "/books?q=4242%204242%204242%204242",
                "q=my+card+4242+4242+4242+4242",
                "4242%2d4242%2D4242%2d4242",
                "q=%34%32%34%32424242424242",
                "978-4242-4242-4242-4242-42",
                "978 4242 4242 4242 4242"
            })
    void what_looks_like_a_card_number_is_found(String text) {
        assertThat(CardNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tok_visa",
                "4242424242424241",
                "1764122530000000009",
                "1764122530009",
                "4242 4242",
                "Main Street 4242, 10115 Berlin",
                "01900000-0000-7000-8000-00000000d09e",
                "buyer-aaaaaaaa-4242-4242-4242-4242aaaaaaaa",
                "7b4242424242424242aacffa6da45279",
                "42424242424242424242424242"
            })
    void other_numbers_are_not(String text) {
        assertThat(CardNumber.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a%%20whale%%20%s", "q=%%22%s%%22", "q=a+%s", "/orders/%s/timeline", "story_%s_"})
    void no_id_is_one_wherever_it_stands_in_an_address(String address) {
        var random = new Random(1);
        assertThat(Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                        .limit(5000)
                        .map(address::formatted))
                .noneMatch(CardNumber::isIn);
    }

    @Test
    void no_row_of_isbns_is_one() {
        var random = new Random(2);
        assertThat(Stream.generate(() -> isbn(random) + " " + isbn(random) + " " + isbn(random))
                        .limit(5000))
                .noneMatch(CardNumber::isIn);
    }

    /** Its hyphens stand anywhere. */
    private static String isbn(Random random) {
        var digits = "97" + (8 + random.nextInt(2)) + "-" + (1_000_000_000L + random.nextLong(9_000_000_000L));
        var group = 5 + random.nextInt(5);
        var publisher = group + 2 + random.nextInt(12 - group - 1);
        return new StringBuilder(digits)
                .insert(13, '-')
                .insert(publisher, '-')
                .insert(group, '-')
                .toString();
    }
}
