package bookstore.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody and the assistant have said to each other.
 *
 * @param owner the user's id; nobody else can see it
 * @param turns oldest first, at most {@value #LONGEST}
 */
public record Conversation(UUID id, String owner, List<Turn> turns) {

    private static final int LONGEST = 20;

    /**
     * One question and its answer.
     *
     * @param subject what was looked for; null where it was not about books
     * @param gist what a model is reminded of as its answer, without what other people wrote; null likewise
     */
    public record Turn(String message, String reply, Instant at, @Nullable Subject subject, @Nullable String gist) {

        int length() {
            return message.length() + (gist == null ? 0 : gist.length());
        }
    }

    public static Conversation begin(UUID id, String owner) {
        return new Conversation(id, owner, List.of());
    }

    /** The same one turn longer; the oldest falls away where it gets too long. */
    public Conversation with(Turn turn) {
        var longer = Stream.concat(turns.stream(), Stream.of(turn)).toList();
        return new Conversation(id, owner, longer.subList(Math.max(0, longer.size() - LONGEST), longer.size()));
    }

    /** What the last question was about, which one that names nothing goes on about. */
    public Optional<Subject> subject() {
        return turns.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(turns.get(turns.size() - 1).subject());
    }

    /**
     * The last turns about books, oldest first. What else was said, such as where an order stands, is no model's business.
     *
     * @param most turns
     * @param characters of all questions and gists together
     */
    public List<Turn> recent(int most, int characters) {
        var recent = new ArrayList<Turn>();
        int left = characters;
        for (int i = turns.size() - 1; i >= 0 && recent.size() < most; i--) {
            var turn = turns.get(i);
            if (turn.gist() != null) {
                left -= turn.length();
                if (left < 0) {
                    break;
                }
                recent.add(0, turn);
            }
        }
        return List.copyOf(recent);
    }
}
