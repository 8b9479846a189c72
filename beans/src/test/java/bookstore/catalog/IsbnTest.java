package bookstore.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ISBN is thirteen digits, and the last one proves the others. */
class IsbnTest {

    @ParameterizedTest
    @ValueSource(strings = {"9780441172719", "978-0-441-17271-9", " 978 0441172719 "})
    void hyphens_and_blanks_do_not_matter(String text) {
        assertThat(Isbn.of(text).digits()).isEqualTo("9780441172719");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9780441172718", "978044117271", "1234567890128", "0441172717", "978044117271x", ""})
    void anything_else_is_none(String text) {
        assertThat(Isbn.find(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Isbn.of(text));
    }

    @Test
    void each_single_wrong_digit_is_noticed() {
        var isbn = "9780441172719";
        for (var place = 3; place < 13; place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var changed = isbn.substring(0, place) + digit + isbn.substring(place + 1);
                assertThat(Isbn.find(changed).isPresent()).as(changed).isEqualTo(changed.equals(isbn));
            }
        }
    }
}
