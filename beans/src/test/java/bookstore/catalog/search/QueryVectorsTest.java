package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model says is remembered, if it can be true, and waited for, but not for ever. */
class QueryVectorsTest {

    private int asked;
    private Function<String, float[]> model = text -> new float[] {1, text.length()};
    private final QueryVectors vectors = new QueryVectors(new Spoken(), 2, Duration.ofMillis(500));

    @AfterEach
    void close() {
        vectors.close();
    }

    @Test
    void a_text_is_read_once_as_long_as_there_is_room() {
        assertThat(vectors.of("sea")).containsExactly(1f, 3f);
        vectors.of("sea");
        assertThat(asked).isEqualTo(1);

        vectors.of("lake");
        vectors.of("river");
        vectors.of("sea");
        assertThat(asked).isEqualTo(4);
        assertThat(vectors.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "NaN,1", "Infinity,1", "0,0", "1"})
    void nonsense_is_refused_and_not_remembered(String answer) {
        model = text -> numbers(answer);
        assertThatThrownBy(() -> vectors.of("sea")).isInstanceOf(EmbeddingUnavailable.class);

        model = text -> new float[] {1, 2};
        assertThat(vectors.of("sea")).containsExactly(1f, 2f);
    }

    @Test
    void a_model_that_hangs_is_left_alone_and_asked_again_later() {
        var mended = new CountDownLatch(1);
        model = text -> waited(mended);
        assertThatThrownBy(() -> vectors.of("sea")).isInstanceOf(EmbeddingUnavailable.class);

        mended.countDown();
        model = text -> new float[] {1, 2};
        assertThat(vectors.of("sea")).containsExactly(1f, 2f);
    }

    private static float[] numbers(String answer) {
        var parts = answer.split(",");
        var vector = new float[parts.length];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = Float.parseFloat(parts[i]);
        }
        return vector;
    }

    private static float[] waited(CountDownLatch mended) {
        try {
            mended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new float[] {9, 9};
    }

    /** A model of two dimensions that says what the test wants. */
    private final class Spoken implements Embeddings {

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] ofQuery(String text) {
            asked++;
            return model.apply(text);
        }

        @Override
        public float[] ofPassage(String text) {
            return ofQuery(text);
        }
    }
}
