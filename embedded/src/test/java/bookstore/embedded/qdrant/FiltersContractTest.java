package bookstore.embedded.qdrant;

import static io.qdrant.client.ConditionFactory.datetimeRange;
import static io.qdrant.client.ConditionFactory.isEmpty;
import static io.qdrant.client.ConditionFactory.isNull;
import static io.qdrant.client.ConditionFactory.match;
import static io.qdrant.client.ConditionFactory.matchExceptKeywords;
import static io.qdrant.client.ConditionFactory.matchExceptValues;
import static io.qdrant.client.ConditionFactory.matchKeyword;
import static io.qdrant.client.ConditionFactory.matchKeywords;
import static io.qdrant.client.ConditionFactory.matchText;
import static io.qdrant.client.ConditionFactory.matchTextAny;
import static io.qdrant.client.ConditionFactory.matchValues;
import static io.qdrant.client.ConditionFactory.range;
import static io.qdrant.client.ConditionFactory.valuesCount;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Common.DatetimeRange;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.Common.ValuesCount;
import java.time.Instant;
import java.util.List;

/** Which of four books each condition finds: see {@link FourBooks}. */
class FiltersContractTest {

    @QdrantTest
    void values_match_by_type_and_one_member_of_a_list_is_enough(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(matchKeyword("title", "Emma"))).containsExactly(1L);
        assertThat(books.that(matchKeyword("tags", "novel"))).containsExactly(1L, 2L);
        assertThat(books.that(match("year", 1815))).containsExactly(1L);
        assertThat(books.that(matchKeyword("year", "1815"))).isEmpty();
        assertThat(books.that(match("price", 7))).isEmpty();
        assertThat(books.that(match("stock", true))).containsExactly(1L);
        assertThat(books.that(matchKeywords("title", List.of("Emma", "Ulysses", "Other"))))
                .containsExactly(1L, 2L);
        assertThat(books.that(matchValues("year", List.of(1815L, 1922L)))).containsExactly(1L, 2L);
    }

    @QdrantTest
    void except_finds_other_values_but_not_missing_ones(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(matchExceptKeywords("title", List.of("Emma")))).containsExactly(2L, 3L);
        assertThat(books.that(matchExceptKeywords("tags", List.of("novel")))).containsExactly(2L);
        assertThat(books.that(matchExceptValues("year", List.of(1815L)))).containsExactly(2L, 3L);
    }

    @QdrantTest
    void text_without_an_index_is_matched_by_what_it_contains(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(matchText("title", "mm"))).containsExactly(1L);
        assertThat(books.that(matchText("title", "emma"))).isEmpty();
        assertThat(books.that(matchTextAny("title", "Emm lyss"))).containsExactly(1L, 2L);
    }

    @QdrantTest
    void text_with_an_index_is_matched_word_by_word(Client client) {
        var books = new FourBooks(client);
        client.ask(qdrant ->
                qdrant.createPayloadIndexAsync(books.name(), "title", PayloadSchemaType.Text, null, true, null, null));

        assertThat(books.that(matchText("title", "mm"))).isEmpty();
        assertThat(books.that(matchText("title", "emma"))).containsExactly(1L);
        assertThat(books.that(matchText("title", "WAR peace"))).containsExactly(3L);
        assertThat(books.that(matchTextAny("title", "peace ulysses"))).containsExactly(2L, 3L);
    }

    @QdrantTest
    void numbers_and_times_are_in_ranges(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(range(
                        "year", Range.newBuilder().setGt(1815).setLte(1922).build())))
                .containsExactly(2L, 3L);
        assertThat(books.that(
                        range("price", Range.newBuilder().setGte(7.5).setLt(8).build())))
                .containsExactly(1L);
        assertThat(books.that(range("title", Range.newBuilder().setGt(0).build())))
                .isEmpty();
        assertThat(books.that(datetimeRange(
                        "added",
                        DatetimeRange.newBuilder()
                                .setGte(time("2024-01-02T00:00:00Z"))
                                .build())))
                .containsExactly(2L, 3L);
        assertThat(books.that(datetimeRange(
                        "added",
                        DatetimeRange.newBuilder()
                                .setLt(time("2024-01-01T23:00:00Z"))
                                .build())))
                .containsExactly(1L);
    }

    @QdrantTest
    void empty_is_missing_null_or_an_empty_list_and_null_is_only_null(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(isEmpty("tags"))).containsExactly(3L, 4L);
        assertThat(books.that(isNull("series"))).containsExactly(1L);
        assertThat(books.that(isEmpty("series"))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(books.that(field("tags").setIsEmpty(false))).containsExactly(1L, 2L);
    }

    @QdrantTest
    void values_are_counted_and_missing_ones_are_none(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(
                        valuesCount("tags", ValuesCount.newBuilder().setGte(2).build())))
                .containsExactly(2L);
        assertThat(books.that(
                        valuesCount("tags", ValuesCount.newBuilder().setLt(1).build())))
                .containsExactly(3L, 4L);
        assertThat(books.that(valuesCount(
                        "title", ValuesCount.newBuilder().setLte(1).setGte(1).build())))
                .containsExactly(1L, 2L, 3L);
    }

    private static FieldCondition.Builder field(String key) {
        return FieldCondition.newBuilder().setKey(key);
    }

    private static Timestamp time(String text) {
        return Timestamp.newBuilder()
                .setSeconds(Instant.parse(text).getEpochSecond())
                .build();
    }
}
