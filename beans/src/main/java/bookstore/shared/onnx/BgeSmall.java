package bookstore.shared.onnx;

import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * BGE-small-en-v1.5 with 8-bit weights, 384 dimensions. It is read beside the start of the shop, and a shop without it
 * still starts.
 */
final class BgeSmall implements Embeddings, AutoCloseable {

    /** What the model was trained to see before a question. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    private static final int DIMENSIONS = 384;

    private final CompletableFuture<BgeSession> session =
            CompletableFuture.supplyAsync(BgeSession::open, BgeSmall::beside);
    private final Semaphore turns;
    private final long patienceNanos;

    BgeSmall(EmbeddingSettings settings) {
        this.turns = new Semaphore(settings.parallel(), true);
        this.patienceNanos = settings.patience().toNanos();
    }

    /** Not in the JVM-wide pool, which may have one thread, where answers of the broker are heard too. */
    private static void beside(Runnable reading) {
        var thread = new Thread(reading, "embedding-model");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] ofQuery(String text) {
        return read(QUESTION, text);
    }

    @Override
    public float[] ofPassage(String text) {
        return read("", text);
    }

    @Override
    public Set<String> commonWords() {
        try {
            return session.get(patienceNanos, TimeUnit.NANOSECONDS).words();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        } catch (TimeoutException | ExecutionException e) {
            return Set.of();
        }
    }

    private float[] read(String prefix, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("nothing to understand");
        }
        try {
            var loaded = session.get(patienceNanos, TimeUnit.NANOSECONDS);
            if (!turns.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS)) {
                throw new EmbeddingUnavailable("the model has too much to read");
            }
            try {
                return loaded.embed(prefix + text);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailable("interrupted", e);
        } catch (TimeoutException e) {
            throw new EmbeddingUnavailable("the model is still being read", e);
        } catch (ExecutionException e) {
            throw new EmbeddingUnavailable("the model cannot be read", e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            session.join().close();
        } catch (CompletionException e) {
            // was never open
        }
    }
}
