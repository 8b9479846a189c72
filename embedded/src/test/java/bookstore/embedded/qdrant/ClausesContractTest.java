package bookstore.embedded.qdrant;

import static io.qdrant.client.ConditionFactory.filter;
import static io.qdrant.client.ConditionFactory.hasId;
import static io.qdrant.client.ConditionFactory.match;
import static io.qdrant.client.ConditionFactory.matchKeyword;
import static io.qdrant.client.ConditionFactory.nested;
import static io.qdrant.client.ConditionFactory.range;
import static io.qdrant.client.PointIdFactory.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.Match;
import io.qdrant.client.grpc.Common.MinShould;
import io.qdrant.client.grpc.Common.Range;
import java.util.List;

/** How conditions are combined, and where in a payload they look: see {@link FourBooks}. */
class ClausesContractTest {

    @QdrantTest
    void a_place_inside_is_named_by_a_path(Client client) {
        var books = new FourBooks(client);

        assertThat(books.that(matchKeyword("author.name", "James Joyce"))).containsExactly(2L);
        assertThat(books.that(match("prints[].no", 2))).containsExactly(1L, 2L);
        assertThat(books.that(match("prints[0].no", 2))).containsExactly(2L);
        assertThat(books.that(match("prints.no", 2))).isEmpty();
    }

    @QdrantTest
    void nested_conditions_hold_for_the_same_member(Client client) {
        var books = new FourBooks(client);
        Filter both = Filter.newBuilder()
                .addMust(match("no", 2))
                .addMust(match("size", 100))
                .build();

        assertThat(books.that(match("prints[].no", 2), match("prints[].size", 100)))
                .containsExactly(1L, 2L);
        assertThat(books.that(nested("prints", both))).containsExactly(2L);
    }

    @QdrantTest
    void clauses_combine(Client client) {
        var books = new FourBooks(client);
        Condition emma = matchKeyword("title", "Emma");
        Condition novel = matchKeyword("tags", "novel");
        Condition old = range("year", Range.newBuilder().setLt(1900).build());

        assertThat(books.that(Filter.newBuilder().addShould(emma).addShould(old)))
                .containsExactly(1L, 3L);
        assertThat(books.that(Filter.newBuilder().addMustNot(novel))).containsExactly(3L, 4L);
        assertThat(books.that(Filter.newBuilder().addMust(novel).addMustNot(emma)))
                .containsExactly(2L);
        assertThat(books.that(Filter.newBuilder()
                        .setMinShould(MinShould.newBuilder()
                                .addAllConditions(List.of(emma, novel, old))
                                .setMinCount(3))))
                .containsExactly(1L);
        assertThat(books.that(hasId(List.of(id(2), id(4), id(9))))).containsExactly(2L, 4L);
        assertThat(books.that(filter(Filter.newBuilder().addMustNot(emma).build()), novel))
                .containsExactly(2L);
        assertThat(books.that(Filter.newBuilder().addShould(Condition.getDefaultInstance())))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @QdrantTest
    void malformed_conditions_are_refused(Client client) {
        var books = new FourBooks(client);

        assertThat(books.refusal(matchKeyword("a b", "c"))).isEqualTo("INVALID_ARGUMENT Invalid json path: 'a b'");
        assertThat(books.refusal(Condition.newBuilder()
                        .setField(field("title").setMatch(Match.getDefaultInstance()))
                        .build()))
                .isEqualTo("INVALID_ARGUMENT Malformed Match condition");
    }

    private static FieldCondition.Builder field(String key) {
        return FieldCondition.newBuilder().setKey(key);
    }
}
