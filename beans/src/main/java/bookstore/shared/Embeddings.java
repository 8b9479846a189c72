package bookstore.shared;

import java.util.Set;

/**
 * Turns text into a vector whose direction is its meaning: what means the same lies close together. Vectors have length
 * 1, so that the dot product of two is their cosine.
 *
 * <p>Only the beginning of a text counts, some 350 words. What is not English is understood badly.
 */
public interface Embeddings {

    /** How long every vector is. */
    int dimensions();

    /**
     * The meaning of what somebody looks for.
     *
     * @param text not blank
     * @throws EmbeddingUnavailable if the model is not there, or too busy
     */
    float[] ofQuery(String text);

    /**
     * The meaning of what can be found.
     *
     * @param text not blank
     * @throws EmbeddingUnavailable if the model is not there, or too busy
     */
    float[] ofPassage(String text);

    /** Words in lower case without accents that the model has often read; none while it is not there. */
    default Set<String> commonWords() {
        return Set.of();
    }
}
