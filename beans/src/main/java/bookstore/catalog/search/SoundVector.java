package bookstore.catalog.search;

import bookstore.shared.EmbeddingUnavailable;

/** Looks whether what a model says can be a meaning: what is remembered or indexed would be wrong for ever. */
final class SoundVector {

    private SoundVector() {}

    /** @throws EmbeddingUnavailable if the vector has another length, no direction, or numbers that are none */
    static float[] of(float[] vector, int dimensions) {
        var length = 0.0;
        for (var number : vector) {
            length += (double) number * number;
        }
        if (vector.length != dimensions || !Double.isFinite(length) || length == 0) {
            throw new EmbeddingUnavailable("the model answers nonsense");
        }
        return vector;
    }
}
