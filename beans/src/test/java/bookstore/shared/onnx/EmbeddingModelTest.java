package bookstore.shared.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bookstore.shared.EmbeddingUnavailable;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the model makes of text. */
class EmbeddingModelTest {

    private static final BgeSmall MODEL = new BgeSmall(new EmbeddingSettings(2, Duration.ofSeconds(30)));

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void a_question_lies_nearer_to_its_answer_than_to_anything_else() {
        var question = MODEL.ofQuery("a captain hunting a white whale");

        assertThat(cosine(question, MODEL.ofPassage("Ahab sails the seas to kill Moby Dick")))
                .isGreaterThan(cosine(question, MODEL.ofPassage("Bread baking at home with sourdough")) + 0.1);
    }

    @Test
    void every_vector_has_length_one() {
        var vector = MODEL.ofPassage("Dune");

        assertThat(vector).hasSize(MODEL.dimensions());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void the_same_text_means_the_same_on_every_thread() {
        var alone = MODEL.ofQuery("love and war");

        IntStream.range(0, 16).parallel().forEach(i -> assertThat(MODEL.ofQuery("love and war"))
                .containsExactly(alone));
    }

    @Test
    void the_end_of_a_blurb_still_counts() {
        var blurb = "A book that is long and says little about itself. ".repeat(20);

        assertThat(MODEL.ofPassage(blurb + "It is about whales.")).isNotEqualTo(MODEL.ofPassage(blurb));
    }

    @Test
    void nothing_means_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.ofQuery(" "));
    }

    @Test
    void who_cannot_wait_is_told_so() {
        try (var hasty = new BgeSmall(new EmbeddingSettings(1, Duration.ZERO))) {
            assertThatThrownBy(() -> hasty.ofQuery("whale")).isInstanceOf(EmbeddingUnavailable.class);
        }
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
