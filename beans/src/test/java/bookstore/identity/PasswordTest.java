package bookstore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final EmailAddress EMAIL = new EmailAddress(" Jane@Example.ORG ");

    @Test
    void a_long_password_is_taken_and_never_shown() {
        var password = Password.chosen("correct horse", EMAIL, "Jane Doe");

        assertThat(password.secret()).isEqualTo("correct horse");
        assertThat(password).hasToString("(not shown)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"too short", "JANE@example.org", "jane doe-doe", "aaaaaaaaaaaa", "ababababab"})
    void what_is_easily_guessed_is_refused(String secret) {
        assertThatThrownBy(() -> Password.chosen(secret, EMAIL, "Jane Doe-Doe")).isInstanceOf(Refusal.class);
    }

    @Test
    void what_the_hash_would_not_look_at_is_refused() {
        assertThatThrownBy(() -> Password.chosen("äöüß".repeat(10), EMAIL, "Jane"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_address_has_one_spelling() {
        assertThat(EMAIL.text()).isEqualTo("jane@example.org");
    }
}
