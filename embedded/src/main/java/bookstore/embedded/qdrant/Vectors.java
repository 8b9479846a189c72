package bookstore.embedded.qdrant;

import java.util.Arrays;

/** The vectors of a collection one after the other, which a search reads from end to end. */
final class Vectors {

    private static final int FIRST = 64;

    private final int size;
    private final Metric metric;
    private float[] all;

    Vectors(int size, Metric metric) {
        this.size = size;
        this.metric = metric;
        this.all = new float[FIRST * size];
    }

    int size() {
        return size;
    }

    Metric metric() {
        return metric;
    }

    /** @param vector prepared for the metric */
    void set(int slot, float[] vector) {
        int at = Math.multiplyExact(slot, size);
        if (at + size > all.length) {
            all = Arrays.copyOf(all, Math.addExact(at + size, at / 2));
        }
        System.arraycopy(vector, 0, all, at, size);
    }

    void move(int from, int to) {
        System.arraycopy(all, from * size, all, to * size, size);
    }

    float[] get(int slot) {
        return Arrays.copyOfRange(all, slot * size, (slot + 1) * size);
    }

    /** @param query prepared for the metric */
    float score(float[] query, int slot) {
        return metric.score(query, all, slot * size);
    }

    /** What a client sent, as it is kept. */
    float[] prepared(float[] vector) {
        if (vector.length != size) {
            throw Errors.wrongDimension(size, vector.length);
        }
        return metric.prepared(vector);
    }
}
