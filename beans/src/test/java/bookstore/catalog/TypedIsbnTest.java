package bookstore.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shoppers write book numbers in many ways, and not always right. */
class TypedIsbnTest {

    private static final Isbn DUNE = Isbn.of("9780441172719");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9780441172719",
                "978-0-441-17271-9",
                "978 0 441 17271 9",
                "978–0–441–17271–9",
                "0441172717",
                "0-441-17271-7",
                "ISBN 9780441172719",
                "isbn-13: 978-0-441-17271-9",
                "ISBN-10:0441172717"
            })
    void a_right_number_means_one_book(String text) {
        assertThat(TypedIsbn.meant(text)).containsExactly(DUNE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9780441172718", "9780414172719", "978044117271", "97804411727199", "0441172771", "044117271"})
    void a_number_with_a_slip_may_mean_the_right_one(String text) {
        assertThat(TypedIsbn.meant(text)).contains(DUNE).hasSizeLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dune",
                "1984",
                "451",
                "20000000",
                "catch 22",
                "97804411727191234",
                "isbn",
                "2001: a space odyssey"
            })
    void other_texts_are_no_numbers(String text) {
        assertThat(TypedIsbn.meant(text)).isEmpty();
    }

    @Test
    void an_x_stands_for_ten() {
        assertThat(TypedIsbn.meant("0-8044-2957-x")).containsExactly(Isbn.of("9780804429573"));
    }
}
