package bookstore.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody and the assistant have said to each other.
 *
 * @param owner the user's id; nobody else can see it
 * @param turns oldest first, at most {@value #LONGEST}
 */
public record Conversation(UUID id, String owner, List<Turn> turns) {

    private static final int LONGEST = 20;

    /** One question and its answer. */
    public record Turn(String message, String reply, Instant at) {}

    public static Conversation begin(UUID id, String owner) {
        return new Conversation(id, owner, List.of());
    }

    /** The same one turn longer; the oldest falls away where it gets too long. */
    public Conversation with(Turn turn) {
        var longer = Stream.concat(turns.stream(), Stream.of(turn)).toList();
        return new Conversation(id, owner, longer.subList(Math.max(0, longer.size() - LONGEST), longer.size()));
    }
}
