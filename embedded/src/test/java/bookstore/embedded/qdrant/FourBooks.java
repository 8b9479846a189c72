package bookstore.embedded.qdrant;

import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.nullValue;
import static io.qdrant.client.ValueFactory.value;

import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.ScrollPoints;
import java.util.List;
import java.util.Map;

/** Emma, Ulysses, War and Peace, and a book of which nothing is known, by the numbers 1 to 4. */
final class FourBooks {

    private static final Map<String, Value> EMMA = Map.of(
            "title", value("Emma"),
            "year", value(1815),
            "price", value(7.5),
            "stock", value(true),
            "series", nullValue(),
            "added", value("2024-01-01T23:30:00+01:00"),
            "tags", list(List.of(value("novel"))),
            "author", value(Map.of("name", value("Jane Austen"))),
            "prints", list(List.of(print(1, 100), print(2, 200))));
    private static final Map<String, Value> ULYSSES = Map.of(
            "title", value("Ulysses"),
            "year", value(1922),
            "price", value(12),
            "stock", value(false),
            "added", value("2024-01-02"),
            "tags", list(List.of(value("novel"), value("modern"))),
            "author", value(Map.of("name", value("James Joyce"))),
            "prints", list(List.of(print(2, 100))));
    private static final Map<String, Value> WAR_AND_PEACE = Map.of(
            "title", value("War and Peace"),
            "year", value(1869),
            "price", value(8),
            "added", value("2024-03-01 10:00:00"),
            "tags", list(List.of()));

    private final Client client;
    private final String name;

    FourBooks(Client client) {
        this.client = client;
        this.name = client.collection(1, Distance.Dot);
        client.put(
                name,
                Client.point(1, EMMA, 1),
                Client.point(2, ULYSSES, 1),
                Client.point(3, WAR_AND_PEACE, 1),
                Client.point(4, Map.of(), 1));
    }

    String name() {
        return name;
    }

    List<Long> that(Condition... conditions) {
        return that(Filter.newBuilder().addAllMust(List.of(conditions)));
    }

    List<Long> that(FieldCondition.Builder condition) {
        return that(Condition.newBuilder().setField(condition).build());
    }

    List<Long> that(Filter.Builder filter) {
        return client.ask(qdrant -> qdrant.scrollAsync(scroll(filter))).getResultList().stream()
                .map(point -> point.getId().getNum())
                .toList();
    }

    String refusal(Condition condition) {
        return client.refusal(
                qdrant -> qdrant.scrollAsync(scroll(Filter.newBuilder().addMust(condition))));
    }

    private ScrollPoints scroll(Filter.Builder filter) {
        return ScrollPoints.newBuilder()
                .setCollectionName(name)
                .setFilter(filter)
                .build();
    }

    private static Value print(long number, long size) {
        return value(Map.of("no", value(number), "size", value(size)));
    }
}
