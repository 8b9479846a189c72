package bookstore.chat.routes;

import bookstore.chat.Conversation;
import bookstore.chat.Conversations;
import bookstore.chat.ConversationsUnavailable;
import bookstore.chat.Interpreter;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins a turn with what somebody says, and ends it with what is remembered of it. While the memory is away they are
 * answered without it; what is answered then is not remembered, since it would take the place of what was.
 */
final class ChatTurns {

    private static final Logger LOG = LoggerFactory.getLogger(ChatTurns.class);
    private static final String FORGETFUL = "bookstore.chat.forgetful";

    /** What is sent. */
    record Message(@Nullable UUID conversationId, String message) {}

    private final Interpreter interpreter;
    private final Conversations conversations;
    private final Json json;
    private final Ids ids;
    private final Clock clock;

    ChatTurns(Interpreter interpreter, Conversations conversations, Json json, Ids ids, Clock clock) {
        this.interpreter = interpreter;
        this.conversations = conversations;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    void begin(Exchange exchange) {
        var sent = json.read(exchange, Message.class);
        if (sent.message().isBlank()) {
            throw new Refusal(Refusal.Kind.IMPOSSIBLE, "nothing-said", "The message says nothing");
        }
        var owner = Caller.of(exchange).userId();
        var conversation = sent.conversationId() == null
                ? Conversation.begin(ids.next(), owner)
                : find(exchange, sent.conversationId(), owner);
        var turn =
                Turn.begin(conversation, sent.message(), interpreter.interpret(sent.message(), conversation.subject()));
        (isForgetful(exchange) ? turn.lacking() : turn).enter(exchange);
    }

    private Conversation find(Exchange exchange, UUID id, String owner) {
        Optional<Conversation> found;
        try {
            found = conversations.find(id, owner);
        } catch (ConversationsUnavailable e) {
            LOG.warn("Answering without memory of the conversation cause={}", String.valueOf(e.getCause()));
            exchange.setProperty(FORGETFUL, true);
            return Conversation.begin(id, owner);
        }
        return found.orElseThrow(() -> Refusal.notFound("This conversation"));
    }

    private static boolean isForgetful(Exchange exchange) {
        return exchange.getProperty(FORGETFUL, false, Boolean.class);
    }

    void remember(Exchange exchange) {
        if (isForgetful(exchange)) {
            return;
        }
        try {
            var turn = Turn.of(exchange);
            conversations.save(turn.conversation().with(turn.remembered(clock.instant())));
        } catch (ConversationsUnavailable e) {
            LOG.warn("Answered, but the turn cannot be remembered cause={}", String.valueOf(e.getCause()));
        }
    }
}
