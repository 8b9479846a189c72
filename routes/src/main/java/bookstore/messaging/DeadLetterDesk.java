package bookstore.messaging;

import bookstore.messaging.DeadLetterFilter.Cursor;
import bookstore.messaging.ParkedMessage.State;
import bookstore.shared.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where people look through the dead letters of all contexts in this process and decide about them. */
class DeadLetterDesk {

    private static final Comparator<ParkedMessage> LATEST_FIRST = Comparator.comparing(ParkedMessage::lastAt)
            .thenComparing(letter -> letter.id().toString())
            .reversed();

    private final List<DeadLetterTable> tables;
    private final Consumer<ParkedMessage> publisher;

    /** @param publisher brings a message to its consumer's queue, and returns when the broker has confirmed it */
    DeadLetterDesk(List<DeadLetterTable> tables, Consumer<ParkedMessage> publisher) {
        this.tables = tables;
        this.publisher = publisher;
    }

    List<ParkedMessage> list(DeadLetterFilter filter, Optional<Cursor> after, int size) {
        return tables.stream()
                .flatMap(table -> table.list(filter, after, size).stream())
                .sorted(LATEST_FIRST)
                .limit(size)
                .toList();
    }

    List<UUID> ids(DeadLetterFilter filter, int atMost) {
        return tables.stream()
                .flatMap(table -> table.ids(filter, atMost).stream())
                .limit(atMost)
                .toList();
    }

    ParkedMessage find(UUID id) {
        return tables.stream()
                .flatMap(table -> table.find(id).stream())
                .findAny()
                .orElseThrow(() -> Refusal.notFound("This dead letter"));
    }

    /**
     * Brings a dead letter back to the consumer that gave it up, under its own message id: what was handled before is
     * not handled again.
     *
     * <p>The message is published before the decision is committed. A crash in between leaves it parked, to be replayed
     * once more; the other way round it would be lost. The lock keeps a message that fails again at once from being
     * parked before it is marked as replayed.
     *
     * @param editedBody what the message says instead, if it was edited
     */
    ParkedMessage replay(UUID id, @Nullable String editedBody, String who) {
        return decide(id, State.REPLAYED, editedBody, who, publisher);
    }

    ParkedMessage discard(UUID id, String who) {
        return decide(id, State.DISCARDED, null, who, letter -> {});
    }

    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        tables.forEach(table -> table.counts().forEach((consumer, count) -> counts.merge(consumer, count, Long::sum)));
        return counts;
    }

    private ParkedMessage decide(
            UUID id, State state, @Nullable String editedBody, String who, Consumer<ParkedMessage> deed) {
        for (var table : tables) {
            var decided = table.inTransaction(() -> {
                var letter = table.lock(id);
                letter.ifPresent(found -> {
                    mustBeParked(found);
                    deed.accept(editedBody == null ? found : found.withBody(editedBody));
                    table.decide(found, state, who, editedBody);
                });
                return letter;
            });
            if (decided.isPresent()) {
                return find(id);
            }
        }
        throw Refusal.notFound("This dead letter");
    }

    private static void mustBeParked(ParkedMessage letter) {
        if (letter.state() != State.PARKED) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "dead-letter-decided",
                    "This dead letter is " + letter.state() + "; only one that is PARKED can be decided about");
        }
    }
}
