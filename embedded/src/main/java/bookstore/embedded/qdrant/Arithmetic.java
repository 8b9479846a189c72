package bookstore.embedded.qdrant;

/** Sums over vectors, four at a time because a processor adds independent numbers faster than one upon another. */
final class Arithmetic {

    private Arithmetic() {}

    static float dot(float[] query, float[] all, int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < query.length; i += 4) {
            a += query[i] * all[at + i];
            b += query[i + 1] * all[at + i + 1];
            c += query[i + 2] * all[at + i + 2];
            d += query[i + 3] * all[at + i + 3];
        }
        for (; i < query.length; i++) {
            a += query[i] * all[at + i];
        }
        return a + b + c + d;
    }

    static float squares(float[] query, float[] all, int at) {
        float sum = 0;
        for (int i = 0; i < query.length; i++) {
            float difference = query[i] - all[at + i];
            sum += difference * difference;
        }
        return sum;
    }

    static float differences(float[] query, float[] all, int at) {
        float sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum += Math.abs(query[i] - all[at + i]);
        }
        return sum;
    }
}
