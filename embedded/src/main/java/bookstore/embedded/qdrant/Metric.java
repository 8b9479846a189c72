package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.Distance;

/** How near two vectors are. Similarities are better the larger they are, distances the smaller. */
enum Metric {
    COSINE(true),
    DOT(true),
    EUCLID(false),
    MANHATTAN(false);

    private static final float EPSILON = Math.ulp(1f);
    private static final float NORMALISED = 1e-6f;

    private final boolean similarity;

    Metric(boolean similarity) {
        this.similarity = similarity;
    }

    static Metric of(Distance distance) {
        return switch (distance) {
            case Cosine -> COSINE;
            case Dot -> DOT;
            case Euclid -> EUCLID;
            case Manhattan -> MANHATTAN;
            case UnknownDistance -> throw Errors.malformed("Malformed distance parameter: UnknownDistance");
            case UNRECOGNIZED -> throw Errors.malformed("Malformed distance parameter, unexpected value");
        };
    }

    boolean better(float score, float than) {
        return similarity ? score > than : score < than;
    }

    int compare(float better, float worse) {
        return similarity ? Float.compare(worse, better) : Float.compare(better, worse);
    }

    /** The vector as it is kept: of length 1 where only the direction counts, and a null vector as it is. */
    float[] prepared(float[] vector) {
        if (this != COSINE) {
            return vector;
        }
        float square = Arithmetic.dot(vector, vector, 0);
        if (square < EPSILON || Math.abs(square - 1) <= NORMALISED) {
            return vector;
        }
        float length = (float) Math.sqrt(square);
        var normalised = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            normalised[i] = vector[i] / length;
        }
        return normalised;
    }

    /** @param at where in {@code all} the vector begins with which the query is compared; both are prepared */
    float score(float[] query, float[] all, int at) {
        return switch (this) {
            case COSINE, DOT -> Arithmetic.dot(query, all, at);
            case EUCLID -> (float) Math.sqrt(Arithmetic.squares(query, all, at));
            case MANHATTAN -> Arithmetic.differences(query, all, at);
        };
    }
}
