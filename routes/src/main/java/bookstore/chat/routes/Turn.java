package bookstore.chat.routes;

import bookstore.chat.BookOnOffer;
import bookstore.chat.Conversation;
import bookstore.chat.Grounding;
import bookstore.chat.PlainAnswers;
import bookstore.chat.Subject;
import bookstore.chat.Understanding;
import bookstore.ordering.commands.OrdersTold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;

/**
 * One message on its way to its answer; what is found is added step by step.
 *
 * @param books as the catalogue shows them
 * @param offers the same books, as far as an answer speaks of them
 * @param answeredBy {@code model} or {@code embedded}
 * @param degraded whether something that belongs to the answer was away
 */
record Turn(
        Conversation conversation,
        String message,
        Understanding understanding,
        List<Map<String, Object>> books,
        List<BookOnOffer> offers,
        List<OrdersTold.Order> orders,
        String reply,
        String answeredBy,
        boolean degraded) {

    private static final String VARIABLE = "turn";

    static final String EMBEDDED = "embedded";

    static Turn begin(Conversation conversation, String message, Understanding understanding) {
        return new Turn(conversation, message, understanding, List.of(), List.of(), List.of(), "", EMBEDDED, false);
    }

    /** The turn that an exchange is about. */
    static Turn of(Exchange exchange) {
        return exchange.getVariable(VARIABLE, Turn.class);
    }

    /** What books are looked for; to be asked for only where it is about books. */
    Subject subject() {
        return Objects.requireNonNull(understanding.subject());
    }

    /** The books that are to be spoken of, in the words of the question; of the one before where that names more. */
    Prompts.Context context() {
        var query = subject().query();
        return new Prompts.Context(message, message.contains(query) ? null : query, offers);
    }

    /** What of it is remembered. */
    Conversation.Turn remembered(Instant at) {
        if (understanding.subject() == null) {
            return new Conversation.Turn(message, reply, at, null, null);
        }
        var gist = answeredBy.equals(EMBEDDED) ? PlainAnswers.gist(offers) : Grounding.unlink(reply);
        return new Conversation.Turn(message, reply, at, subject().shown(offers), gist);
    }

    void enter(Exchange exchange) {
        exchange.setVariable(VARIABLE, this);
    }

    Turn found(List<Map<String, Object>> more, List<BookOnOffer> spokenOf, boolean lacking) {
        return new Turn(
                conversation, message, understanding, more, spokenOf, orders, reply, answeredBy, degraded || lacking);
    }

    Turn ordered(List<OrdersTold.Order> told) {
        return new Turn(conversation, message, understanding, books, offers, told, reply, answeredBy, degraded);
    }

    Turn answered(String text, String by) {
        return new Turn(conversation, message, understanding, books, offers, orders, text, by, degraded);
    }

    Turn lacking() {
        return new Turn(conversation, message, understanding, books, offers, orders, reply, answeredBy, true);
    }
}
