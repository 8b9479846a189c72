package bookstore.finance.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's HTTP API as far as its documentation describes what we use: form-encoded requests, JSON answers and error
 * objects, saved answers to idempotency keys. It is strict where Stripe is: unknown parameters, another version, a
 * wrong key or the same idempotency key with other parameters are errors.
 */
final class StripeStub implements AutoCloseable {

    static final String SECRET = "sk_test_stub";
    static final String VERSION = "2025-03-31.basil";

    /** What is wrong with the world. */
    enum Trouble {
        NONE,
        /** Every request is answered 500 before anything has been done. */
        DOWN,
        /** Requests are carried out and the answer is lost. */
        SILENT,
        /** Requests are carried out, answered 500, and that is what is saved under their keys. */
        FAILING,
        TOO_MANY,
        /** The request that came first under this key is still being worked on. */
        BUSY
    }

    /** A request as it came. */
    record Call(String method, String path, Map<String, String> parameters, @Nullable String idempotencyKey) {}

    /** @param body JSON */
    record Reply(int status, String body) {}

    private final HttpServer server;
    /** Requests that wait in silence must not keep the others from being served. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final StripeBook book = new StripeBook();
    private final Map<String, Map.Entry<Call, Reply>> saved = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Trouble trouble = Trouble.NONE;

    StripeStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void has(Trouble trouble) {
        this.trouble = trouble;
    }

    StripeBook book() {
        return book;
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = read(exchange);
            calls.add(call);
            var reply = refusal(exchange, call);
            reply = reply == null ? answer(exchange, call) : reply;
            if (trouble == Trouble.SILENT) {
                closed.await();
                return;
            }
            var bytes = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Request-Id", "req_" + calls.size());
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        var get = exchange.getRequestMethod().equals("GET");
        var text = get
                ? exchange.getRequestURI().getRawQuery()
                : new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var parameters = new LinkedHashMap<String, String>();
        if (text != null && !text.isEmpty()) {
            Arrays.stream(text.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair ->
                            parameters.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)));
        }
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), parameters, key);
    }

    private @Nullable Reply refusal(HttpExchange exchange, Call call) {
        var headers = exchange.getRequestHeaders();
        var strange = new ArrayList<>(headers.keySet());
        strange.removeAll(List.of(
                "Authorization",
                "Stripe-version",
                "Idempotency-key",
                "Content-type",
                "Content-length",
                "Host",
                "Connection",
                "User-agent",
                "Accept-encoding",
                "Transfer-encoding",
                "Accept",
                "Upgrade"));
        if (!strange.isEmpty()) {
            return error(400, "invalid_request_error", "headers_unknown", strange.toString());
        }
        if (!("Bearer " + SECRET).equals(headers.getFirst("Authorization"))) {
            return error(401, "invalid_request_error", "", "Invalid API Key provided");
        }
        if (!VERSION.equals(headers.getFirst("Stripe-Version"))) {
            return error(400, "invalid_request_error", "", "Invalid Stripe API version");
        }
        var isForm = String.valueOf(headers.getFirst("Content-Type")).startsWith("application/x-www-form-urlencoded");
        if (call.method().equals("POST") && (call.idempotencyKey() == null || !isForm)) {
            return error(400, "invalid_request_error", "", "a POST of ours is a form and carries a key");
        }
        return switch (trouble) {
            case DOWN -> error(500, "api_error", "", "down");
            case TOO_MANY -> error(429, "invalid_request_error", "rate_limit", "too many");
            case BUSY -> error(409, "idempotency_error", "idempotency_key_in_use", "still at it");
            default -> null;
        };
    }

    private Reply answer(HttpExchange exchange, Call call) {
        var key = call.idempotencyKey();
        if (key == null || call.method().equals("GET")) {
            return book.answer(call);
        }
        var before = saved.get(key);
        if (before != null && !before.getKey().equals(call)) {
            return error(400, "idempotency_error", "", "Keys can only be used with the same parameters");
        }
        if (before != null) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            return before.getValue();
        }
        var reply = book.answer(call);
        if (trouble == Trouble.FAILING) {
            reply = error(500, "api_error", "", "failed");
        }
        if (reply.status() != 400) {
            saved.put(key, Map.entry(call, reply));
        }
        return reply;
    }

    static Reply error(int status, String type, String code, String message) {
        return new Reply(status, object(type, code, message).toString());
    }

    static ObjectNode object(String type, String code, String message) {
        var node = new ObjectMapper().createObjectNode();
        var error = node.putObject("error").put("type", type).put("message", message);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        return node;
    }
}
