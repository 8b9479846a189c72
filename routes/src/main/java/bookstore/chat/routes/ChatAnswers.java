package bookstore.chat.routes;

import bookstore.chat.Conversation;
import bookstore.chat.Conversations;
import bookstore.chat.Entities;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;

/** What is answered: at once as JSON, or bit by bit as server-sent events. */
final class ChatAnswers {

    private record Answer(
            UUID conversationId,
            String reply,
            String intent,
            Entities entities,
            List<Map<String, Object>> books,
            String answeredBy,
            boolean degraded) {

        static Answer of(Turn turn) {
            var understood = turn.understanding();
            return new Answer(
                    turn.conversation().id(),
                    turn.reply(),
                    understood.intent().word(),
                    understood.entities(),
                    turn.books(),
                    turn.answeredBy(),
                    turn.degraded());
        }
    }

    private record Memory(UUID conversationId, List<Conversation.Turn> turns) {}

    private final Conversations conversations;
    private final Json json;

    ChatAnswers(Conversations conversations, Json json) {
        this.conversations = conversations;
        this.json = json;
    }

    void answer(Exchange exchange) {
        var answer = Answer.of(Turn.of(exchange));
        var wanted = Parameters.of(exchange).find("Accept").orElse("");
        if (wanted.contains("text/event-stream")) {
            var events = new ServerSentEvents(json);
            for (var token : answer.reply().split("(?<=\\s)")) {
                events.add("token", Map.of("text", token));
            }
            events.add("books", Map.of("books", answer.books()));
            events.add("done", answer);
            events.answer(exchange);
        } else {
            json.ok(exchange, answer);
        }
    }

    void show(Exchange exchange) {
        var id = Parameters.of(exchange).id("id");
        var found = conversations
                .find(id, Caller.of(exchange).userId())
                .orElseThrow(() -> Refusal.notFound("This conversation"));
        json.ok(exchange, new Memory(id, found.turns()));
    }

    void forget(Exchange exchange) {
        conversations.forget(
                Parameters.of(exchange).id("id"), Caller.of(exchange).userId());
        json.noContent(exchange);
    }
}
