package bookstore.embedded.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** An answer of the page of mails, with the little that a browser may do with it. */
record Answer(int status, String type, String policy, String body) {

    static final Answer NOT_FOUND = new Answer(404, "text/plain", "default-src 'none'", "Nothing is here");

    static Answer page(String body) {
        return new Answer(200, "text/html", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'", body);
    }

    /** The HTML of a mail: neither scripts, nor forms, nor anything from elsewhere. */
    static Answer framed(String body) {
        return new Answer(
                200, "text/html", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:", body);
    }

    static Answer json(String body) {
        return new Answer(200, "application/json", "default-src 'none'", body);
    }

    static Answer text(String body) {
        return new Answer(200, "text/plain", "default-src 'none'", body);
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
