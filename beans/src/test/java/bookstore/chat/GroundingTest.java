package bookstore.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a stranger's answer is shown. */
class GroundingTest {

    private static final BookOnOffer DUNE = new BookOnOffer(
            new UUID(0, 1), "Dune", List.of("Frank Herbert"), "11.90 EUR", "A desert planet. Worms live there.");

    @Test
    void cited_books_are_linked() {
        assertThat(Grounding.link("Read “Dune” [1], it is about worms.", List.of(DUNE)))
                .isEqualTo("Read “Dune” [1](/api/books/" + DUNE.id() + "), it is about worms.");
    }

    @Test
    void what_a_model_is_reminded_of_holds_no_numbers_and_no_sentences_of_blurbs() {
        var said = Grounding.link("Read “Dune” [1], it is about worms.", List.of(DUNE));

        assertThat(Grounding.unlink(said)).isEqualTo("Read “Dune”, it is about worms.");
        assertThat(PlainAnswers.gist(List.of(DUNE))).isEqualTo("I presented Dune by Frank Herbert, 11.90 EUR.");
        assertThat(PlainAnswers.gist(List.of())).isEqualTo("I found nothing that fits.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Read it.",
                "Read [2].",
                "Read \"The Dunes of Mars\" [1].",
                "Read *Foundation* [1].",
                "See https://evil.test [1]"
            })
    void an_answer_that_speaks_of_other_things_is_not_shown(String answer) {
        assertThatThrownBy(() -> Grounding.link(answer, List.of(DUNE))).isInstanceOf(Ungrounded.class);
    }

    @Test
    void a_plain_answer_is_grounded_and_picks_the_sentence_that_fits() {
        var answer = PlainAnswers.about("something with worms", List.of(DUNE));

        assertThat(answer).contains("Dune by Frank Herbert, 11.90 EUR. Worms live there.");
        assertThat(Grounding.link(answer, List.of(DUNE))).contains(DUNE.path());
    }
}
