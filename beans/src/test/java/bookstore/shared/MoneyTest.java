package bookstore.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"12.90, EUR, 1290", "0.05, EUR, 5", "7, EUR, 700", "500, JPY, 500", "1.234, KWD, 1234"})
    void an_amount_is_kept_in_the_minor_unit_of_its_currency(String amount, String currency, long minor) {
        assertThat(Money.of(amount, currency).minor()).isEqualTo(minor);
    }

    @Test
    void more_fraction_digits_than_the_currency_has_are_refused() {
        assertThatThrownBy(() -> Money.of("1.005", "EUR")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("1.5", "JPY")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void it_is_a_decimal_string_on_the_wire_and_reads_itself_back() throws Exception {
        var price = Money.ofMinor(1290, "EUR");

        var written = json.writeValueAsString(price);

        assertThat(written).isEqualTo("{\"amount\":\"12.90\",\"currency\":\"EUR\"}");
        assertThat(json.readValue(written, Money.class)).isEqualTo(price);
    }

    @Test
    void different_currencies_are_never_added() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_does_not_fit_is_refused_rather_than_wrong() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "EUR").times(2)).isInstanceOf(ArithmeticException.class);
    }
}
