package bookstore.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A book is called by its id or its ISBN. */
class BookNameTest {

    private static final UUID DUNE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Function<String, Optional<UUID>> SHELF =
            isbn -> isbn.equals("9780441172719") ? Optional.of(DUNE) : Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-7000-8000-000000000001", "9780441172719", "978-0-441-17271-9"})
    void a_book_is_found_by_each_of_its_names(String name) {
        assertThat(new BookName(name).id(SHELF)).isEqualTo(DUNE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dune", "9780000000002", "978044117271"})
    void what_names_nothing_is_not_here(String name) {
        assertThatThrownBy(() -> new BookName(name).id(SHELF)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_id_is_believed_and_asked_for_nowhere() {
        var other = UUID.randomUUID();

        assertThat(new BookName(other.toString()).id(SHELF)).isEqualTo(other);
    }
}
