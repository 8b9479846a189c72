package bookstore.catalog.search;

import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** The meanings of what was asked lately. A text always means the same, so only room ends what is remembered. */
public final class QueryVectors implements AutoCloseable {

    private static final int READERS = 8;
    private static final int WAITING = 256;

    private final Embeddings embeddings;
    private final Duration patience;
    private final ExecutorService readers;
    private final Map<String, List<Float>> known;

    /**
     * @param atMost texts to remember, of some 10 KB each
     * @param patience how long the model may take for a text; one that hangs is left alone then
     */
    public QueryVectors(Embeddings embeddings, int atMost, Duration patience) {
        this.embeddings = embeddings;
        this.patience = patience;
        this.readers = readers();
        this.known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<Float>> eldest) {
                return size() > atMost;
            }
        });
    }

    private static ExecutorService readers() {
        var pool = new ThreadPoolExecutor(
                READERS, READERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    var thread = new Thread(work, "catalog-query-reader");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** @throws EmbeddingUnavailable if the text is new and the model does not answer, not in time, or nonsense */
    public List<Float> of(String text) {
        var vector = known.get(text);
        if (vector == null) {
            vector = boxed(SoundVector.of(read(text), embeddings.dimensions()));
            known.put(text, vector);
        }
        return vector;
    }

    private float[] read(String text) {
        try {
            var reading = readers.submit(() -> embeddings.ofQuery(text));
            try {
                return reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                reading.cancel(true);
            }
        } catch (RejectedExecutionException e) {
            throw new EmbeddingUnavailable("too many wait for the model", e);
        } catch (TimeoutException e) {
            throw new EmbeddingUnavailable("the model takes too long", e);
        } catch (ExecutionException e) {
            throw new EmbeddingUnavailable("the model does not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailable("interrupted", e);
        }
    }

    public int size() {
        return known.size();
    }

    private static List<Float> boxed(float[] vector) {
        return IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toList();
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
