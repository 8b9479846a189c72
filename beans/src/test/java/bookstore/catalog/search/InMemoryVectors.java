package bookstore.catalog.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** A store of vectors that forgets everything at the end of the test. */
final class InMemoryVectors implements VectorStore {

    private final Map<String, Map<UUID, BookVector>> collections = new TreeMap<>();
    private final Map<String, Integer> dimensions = new HashMap<>();
    private Optional<String> published = Optional.empty();
    int written;

    List<Nearby> nearest(float[] vector) {
        return collections.get(published.orElseThrow()).values().stream()
                .map(book -> new Nearby(book.bookId(), cosine(vector, book.vector())))
                .sorted(Comparator.comparingDouble(Nearby::similarity).reversed())
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Override
    public Optional<String> published() {
        return published;
    }

    @Override
    public boolean exists(String collection) {
        return collections.containsKey(collection);
    }

    @Override
    public void create(String collection, int dimensions) {
        collections.put(collection, new HashMap<>());
        this.dimensions.put(collection, dimensions);
    }

    @Override
    public void publish(String collection) {
        published = Optional.of(collection);
        collections.keySet().removeIf(name -> !name.equals(collection));
    }

    @Override
    public void drop(String collection) {
        collections.remove(collection);
    }

    @Override
    public long count(String collection) {
        return collections.get(collection).size();
    }

    @Override
    public long dimensions(String collection) {
        return dimensions.get(collection);
    }

    @Override
    public Optional<BookVector> find(String collection, UUID bookId) {
        return Optional.ofNullable(collections.get(collection).get(bookId));
    }

    @Override
    public void put(String collection, BookVector vector) {
        written++;
        collections.get(collection).put(vector.bookId(), vector);
    }

    @Override
    public void remove(String collection, UUID bookId) {
        collections.get(collection).remove(bookId);
    }

    @Override
    public void reconnect() {}
}
