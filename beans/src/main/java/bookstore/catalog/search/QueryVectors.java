package bookstore.catalog.search;

import bookstore.shared.Embeddings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The meanings of what was asked lately. A text always means the same, so only room ends what is remembered. */
public final class QueryVectors {

    private final Embeddings embeddings;
    private final Map<String, List<Float>> known;

    /** @param atMost texts to remember, of some 10 KB each */
    public QueryVectors(Embeddings embeddings, int atMost) {
        this.embeddings = embeddings;
        this.known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<Float>> eldest) {
                return size() > atMost;
            }
        });
    }

    /** @throws bookstore.shared.EmbeddingUnavailable if the text is new and the model cannot be asked */
    public List<Float> of(String text) {
        var vector = known.get(text);
        if (vector == null) {
            vector = boxed(embeddings.ofQuery(text));
            known.put(text, vector);
        }
        return vector;
    }

    public int size() {
        return known.size();
    }

    private static List<Float> boxed(float[] vector) {
        return IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toList();
    }
}
