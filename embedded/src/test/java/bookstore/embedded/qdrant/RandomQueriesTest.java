package bookstore.embedded.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.embedded.qdrant.RandomBooks.Book;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchParams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random searches with random filters, compared with looking at every book. */
class RandomQueriesTest {

    private static final int BOOKS = 300;
    private static final int DIMENSIONS = 7;
    private static final int QUERIES = 200;

    @ParameterizedTest
    @EnumSource(names = {"Cosine", "Dot", "Euclid", "Manhattan"})
    void a_search_finds_what_looking_at_every_book_finds(Distance distance) {
        var random = new Random(distance.getNumber());
        var generator = new RandomBooks(random);
        try (var client = new Client(server())) {
            String name = client.collection(DIMENSIONS, distance);
            var books = new ArrayList<>(generator.some(BOOKS, DIMENSIONS));
            put(client, name, books);
            change(client, name, books, random);

            for (int i = 0; i < QUERIES; i++) {
                var filter = RandomFilter.of(random, 2);
                float[] vector = generator.vector(DIMENSIONS);
                int offset = random.nextInt(3);
                int limit = 1 + random.nextInt(20);

                List<ScoredPoint> found = client.ask(qdrant -> qdrant.queryAsync(QueryPoints.newBuilder()
                        .setCollectionName(name)
                        .setQuery(QueryFactory.nearest(vector))
                        .setFilter(filter.sent())
                        .setOffset(offset)
                        .setLimit(limit)
                        .setParams(SearchParams.newBuilder().setExact(true))
                        .build()));

                assertThat(Client.ids(found))
                        .as("%s", filter.sent())
                        .containsExactlyElementsOf(expected(books, filter, distance, vector, offset, limit));
            }
        }
    }

    /** Where the searches go to, as host and port. */
    String server() {
        return Qdrants.embedded();
    }

    /** Some books go and others are put again, so that vectors have moved. */
    private static void change(Client client, String name, List<Book> books, Random random) {
        var gone = books.stream().filter(book -> random.nextInt(5) == 0).toList();
        client.ask(qdrant -> qdrant.deleteAsync(
                name,
                gone.stream().map(book -> PointIdFactory.id(book.number())).toList()));
        books.removeAll(gone);
        var again = new RandomBooks(random).some(BOOKS / 4, DIMENSIONS);
        books.removeIf(book -> book.number() < BOOKS / 4);
        books.addAll(again);
        put(client, name, again);
    }

    private static void put(Client client, String name, List<Book> books) {
        client.put(
                name,
                books.stream()
                        .map(book -> Client.point(book.number(), book.payload(), book.vector()))
                        .toArray(PointStruct[]::new));
    }

    private static List<Long> expected(
            List<Book> books, RandomFilter filter, Distance distance, float[] vector, int offset, int limit) {
        return books.stream()
                .filter(filter.meant())
                .sorted(Comparator.comparingDouble(book -> distance(distance, vector, book.vector())))
                .skip(offset)
                .limit(limit)
                .map(Book::number)
                .toList();
    }

    private static double distance(Distance distance, float[] one, float[] other) {
        double dot = 0;
        double squares = 0;
        double differences = 0;
        double length = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            length += (double) other[i] * other[i];
            squares += Math.pow((double) one[i] - other[i], 2);
            differences += Math.abs((double) one[i] - other[i]);
        }
        return switch (distance) {
            case Cosine -> -dot / Math.sqrt(length);
            case Dot -> -dot;
            case Euclid -> squares;
            default -> differences;
        };
    }
}
