package bookstore.chat.routes;

import bookstore.edge.Json;
import org.apache.camel.Exchange;

/** An answer as a stream of events (WHATWG HTML, section 9.2). */
final class ServerSentEvents {

    private final StringBuilder text = new StringBuilder();
    private final Json json;

    ServerSentEvents(Json json) {
        this.json = json;
    }

    void add(String event, Object data) {
        text.append("event: ").append(event).append('\n');
        text.append("data: ").append(json.text(data)).append("\n\n");
    }

    void answer(Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/event-stream");
        exchange.getMessage().setHeader("Cache-Control", "no-store");
        exchange.getMessage().setBody(text.toString());
    }
}
