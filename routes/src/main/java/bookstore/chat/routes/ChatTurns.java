package bookstore.chat.routes;

import bookstore.chat.Conversation;
import bookstore.chat.Conversations;
import bookstore.chat.Interpreter;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Begins a turn with what somebody says, and ends it with what is remembered of it. */
final class ChatTurns {

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
        var conversation = conversation(sent, Caller.of(exchange).userId());
        Turn.begin(conversation, sent.message(), interpreter.interpret(sent.message()))
                .enter(exchange);
    }

    private Conversation conversation(Message sent, String owner) {
        if (sent.conversationId() == null) {
            return Conversation.begin(ids.next(), owner);
        }
        return conversations
                .find(sent.conversationId(), owner)
                .orElseThrow(() -> Refusal.notFound("This conversation"));
    }

    void remember(Exchange exchange) {
        var turn = Turn.of(exchange);
        conversations.save(
                turn.conversation().with(new Conversation.Turn(turn.message(), turn.reply(), clock.instant())));
    }
}
