package bookstore.embedded.qdrant;

import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.value;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Books with few different values, so that conditions often meet, and some values missing. */
final class RandomBooks {

    static final List<String> LANGUAGES = List.of("en", "de", "fr");
    static final List<String> TAGS = List.of("novel", "poem", "drama", "essay");

    private final Random random;

    RandomBooks(Random random) {
        this.random = random;
    }

    List<Book> some(int count, int dimensions) {
        return IntStream.range(0, count)
                .mapToObj(number -> book(number, vector(dimensions)))
                .toList();
    }

    float[] vector(int dimensions) {
        var vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private Book book(int number, float[] vector) {
        Map<String, Object> facts = new HashMap<>();
        if (random.nextInt(10) > 0) {
            facts.put("language", LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        }
        if (random.nextInt(10) > 0) {
            facts.put("price", random.nextInt(40) / 2.0);
        }
        if (random.nextInt(10) > 0) {
            facts.put("stock", (long) random.nextInt(5));
        }
        if (random.nextInt(10) > 0) {
            var tags = new ArrayList<>(TAGS);
            tags.removeIf(tag -> random.nextBoolean());
            facts.put("tags", List.copyOf(tags));
        }
        return new Book(number, facts, vector);
    }

    /** What is known of a book, for the server as a payload. */
    record Book(long number, Map<String, Object> facts, float[] vector) {

        Map<String, Value> payload() {
            Map<String, Value> payload = new HashMap<>();
            facts.forEach((name, fact) -> payload.put(name, sent(fact)));
            return payload;
        }

        private static Value sent(Object fact) {
            if (fact instanceof List<?> texts) {
                return list(texts.stream().map(text -> value((String) text)).toList());
            }
            if (fact instanceof Long number) {
                return value((long) number);
            }
            return fact instanceof Double number ? value((double) number) : value((String) fact);
        }
    }
}
