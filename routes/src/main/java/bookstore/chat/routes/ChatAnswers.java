package bookstore.chat.routes;

import bookstore.chat.Conversation;
import bookstore.chat.Conversations;
import bookstore.chat.Entities;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import java.time.Instant;
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

    private record Memory(UUID conversationId, List<Said> turns) {}

    private record Said(String message, String reply, Instant at) {

        static Said of(Conversation.Turn turn) {
            return new Said(turn.message(), turn.reply(), turn.at());
        }
    }

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
        var found = conversations.find(id, Caller.of(exchange).userId()).orElseThrow(ChatAnswers::unknown);
        json.ok(exchange, new Memory(id, found.turns().stream().map(Said::of).toList()));
    }

    void forget(Exchange exchange) {
        var id = Parameters.of(exchange).id("id");
        if (!conversations.forget(id, Caller.of(exchange).userId())) {
            throw unknown();
        }
        json.noContent(exchange);
    }

    private static Refusal unknown() {
        return Refusal.notFound("This conversation");
    }
}
