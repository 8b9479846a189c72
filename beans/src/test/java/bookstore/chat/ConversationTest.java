package bookstore.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of a conversation, and how much of it a model is told again. */
class ConversationTest {

    private static final Subject WHALES = new Subject("whales", null, null, List.of(), null);

    private final Conversation begun = Conversation.begin(UUID.randomUUID(), "alice");

    private static Conversation.Turn turn(String message, @Nullable String gist) {
        return new Conversation.Turn(message, "reply", Instant.EPOCH, gist == null ? null : WHALES, gist);
    }

    @Test
    void a_model_is_told_the_last_turns_about_books_and_no_other() {
        var conversation = begun.with(turn("one", "first"))
                .with(turn("where is my order?", null))
                .with(turn("two", "second"))
                .with(turn("three", "third"));

        assertThat(conversation.recent(2, 1000))
                .extracting(Conversation.Turn::message)
                .containsExactly("two", "three");
        assertThat(conversation.recent(9, 1000))
                .extracting(Conversation.Turn::message)
                .containsExactly("one", "two", "three");
    }

    @Test
    void a_model_is_told_no_more_than_so_many_characters() {
        var conversation =
                begun.with(turn("one", "1")).with(turn("x".repeat(100), "2")).with(turn("three", "3"));

        assertThat(conversation.recent(9, 50))
                .extracting(Conversation.Turn::message)
                .containsExactly("three");
        assertThat(conversation.recent(9, 5)).isEmpty();
        assertThat(conversation.recent(0, 1000)).isEmpty();
    }

    @Test
    void a_subject_is_gone_on_about_only_in_the_next_message() {
        assertThat(begun.subject()).isEmpty();
        assertThat(begun.with(turn("one", "first")).subject()).contains(WHALES);
        assertThat(begun.with(turn("one", "first"))
                        .with(turn("where is my order?", null))
                        .subject())
                .isEmpty();
    }

    @Test
    void the_oldest_turns_fall_away() {
        var conversation = begun;
        for (var i = 0; i < 25; i++) {
            conversation = conversation.with(turn("turn " + i, "gist"));
        }

        assertThat(conversation.turns())
                .hasSize(20)
                .first()
                .extracting(Conversation.Turn::message)
                .isEqualTo("turn 5");
    }
}
