package bookstore.catalog.routes;

import bookstore.catalog.routes.Wire.Fault;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A model that can fail where questions are concerned; a garbled one answers with another length. */
final class FrailEmbeddings implements Embeddings {

    private static final long LATE_SECONDS = 4;

    private final Embeddings real;
    private volatile Fault fault = Fault.NONE;
    private volatile CountDownLatch mended = new CountDownLatch(0);

    FrailEmbeddings(Embeddings real) {
        this.real = real;
    }

    void suffer(Fault now) {
        mended.countDown();
        mended = new CountDownLatch(1);
        fault = now;
    }

    @Override
    public int dimensions() {
        return real.dimensions();
    }

    @Override
    public float[] ofQuery(String text) {
        return switch (fault) {
            case NONE -> real.ofQuery(text);
            case CUT -> throw new EmbeddingUnavailable("switched off");
            case GARBLED -> new float[] {Float.NaN, 1};
            case SLOW -> late(text, LATE_SECONDS);
            case HELD -> late(text, Long.MAX_VALUE);
        };
    }

    private float[] late(String text, long seconds) {
        try {
            mended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // deaf, as native code is
            return late(text, seconds);
        }
        return real.ofQuery(text);
    }

    @Override
    public float[] ofPassage(String text) {
        return real.ofPassage(text);
    }

    @Override
    public Set<String> commonWords() {
        return real.commonWords();
    }
}
