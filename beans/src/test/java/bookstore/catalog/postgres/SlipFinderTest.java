package bookstore.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word that nobody knows is mostly one that somebody mistyped. */
class SlipFinderTest {

    private final SlipFinder finder = new SlipFinder(
            Map.of(
                    "frankenstein",
                    1,
                    "murder",
                    9,
                    "murders",
                    2,
                    "recipes",
                    5,
                    "dostoyevsky",
                    2,
                    "chekhov",
                    1,
                    "lord",
                    1),
            Set.of("monastery", "chef"));

    @ParameterizedTest
    @CsvSource({
        "frankenstien, frankenstein",
        "frankensteen, frankenstein",
        "murdr, murder",
        "reciepes, recipes",
        "monastary, monastery"
    })
    void one_slip_is_forgiven_and_two_in_a_long_word(String typed, String meant) {
        assertThat(finder.meant(typed)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"dostojewski, dostoyevsky", "dostoevskij, dostoyevsky", "tschechow, chekhov", "tchekhov, chekhov"})
    void a_name_is_known_in_the_letters_of_other_languages(String typed, String meant) {
        assertThat(finder.meant(typed)).contains(meant);
    }

    @Test
    void the_more_common_of_two_is_meant() {
        assertThat(finder.meant("murderr")).contains("murder");
    }

    @ParameterizedTest
    @CsvSource({"murder", "chef", "mordor", "branckenstein", "xylophone", "maxims"})
    void what_is_known_or_like_nothing_stays(String typed) {
        assertThat(finder.meant(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abcd, abcd, 0", "abcd, abdc, 1", "abcd, bcd, 1", "abcd, abxcd, 1", "abcd, axcy, 2", "ab, ba, 1"})
    void slips_are_counted(String one, String other, int slips) {
        assertThat(SlipFinder.slips(one, other, 2)).isEqualTo(slips);
    }
}
