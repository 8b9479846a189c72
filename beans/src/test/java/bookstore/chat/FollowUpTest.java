package bookstore.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant by a question that names no subject. */
class FollowUpTest {

    private static final EntityReader READER = new EntityReader(new Gazetteer());
    private static final BookOnOffer DEAR = book("12.90");
    private static final BookOnOffer CHEAP = book("9.00");
    private static final Subject WHALES = new Subject(
                    "a novel about a whale", new BigDecimal("20"), null, List.of(), null)
            .shown(List.of(DEAR, CHEAP));

    private static BookOnOffer book(String amount) {
        return new BookOnOffer(UUID.randomUUID(), "Whale", List.of(), amount + " EUR", "");
    }

    private static Subject after(String message) {
        return FollowUp.of(message, READER.read(message)).orElseThrow().about(WHALES);
    }

    @Test
    void cheaper_ones_cost_less_than_what_was_shown() {
        for (var message : List.of("and cheaper ones?", "Something less expensive, please", "For less?")) {
            var wanted = after(message);
            assertThat(wanted.query()).isEqualTo("a novel about a whale");
            assertThat(wanted.maxPrice()).as(message).isEqualByComparingTo("8.99");
            assertThat(wanted.seen()).isEmpty();
        }
    }

    @Test
    void more_are_others_than_those_that_were_shown() {
        for (var message : List.of("Any more?", "what else do you have?", "Show me some others")) {
            assertThat(after(message)).as(message).isEqualTo(WHALES);
            assertThat(after(message).seen()).containsExactly(DEAR.id(), CHEAP.id());
        }
    }

    @Test
    void a_language_or_a_price_is_wanted_of_the_same() {
        assertThat(after("In French?").language()).isEqualTo("fr");
        assertThat(after("In French?").maxPrice()).isEqualByComparingTo("20");
        assertThat(after("and under 10 euros?").maxPrice()).isEqualByComparingTo("10");
        assertThat(after("any cheaper ones in German?").language()).isEqualTo("de");
        assertThat(after("any cheaper ones in German?").maxPrice()).isEqualByComparingTo("8.99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do you have cheaper books about gardening?",
                "No more, thanks",
                "nothing else",
                "more expensive ones",
                "And you?",
                "French cooking",
                "Is there a cheaper delivery?",
                "?"
            })
    void what_names_something_or_asks_for_nothing_is_no_follow_up(String message) {
        assertThat(FollowUp.of(message, READER.read(message))).isEmpty();
    }
}
