package bookstore.chat.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks what of Ollama's HTTP interface a chat needs, well or badly. */
final class OllamaStub implements AutoCloseable {

    /** How it behaves. */
    enum Mood {
        WELL("It is about a winter at sea, as you want it [1]."),
        HANGING(""),
        FAILING(""),
        GARBLED(""),
        CUT_OFF(""),
        SILENT(""),
        INVENTING("Read \"A Book That Nobody Wrote\", which is like it [1]."),
        MISCOUNTING("The ninth is what you look for [9]."),
        LINKING("Buy it at https://evil.example [1].");

        private final String words;

        Mood(String words) {
            this.words = words;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    OllamaStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/chat", this::chat);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void be(Mood now) {
        mood = now;
    }

    private void chat(HttpExchange call) throws IOException {
        asked.add(JSON.readTree(call.getRequestBody()));
        switch (mood) {
            case HANGING -> hang(call);
            case FAILING -> send(call, 500, "{\"error\":\"llama runner process has terminated\"}");
            case GARBLED -> send(call, 200, "<html>");
            case CUT_OFF -> {
                call.sendResponseHeaders(200, 1000);
                call.getResponseBody().write('{');
                call.close();
            }
            default -> send(call, 200, answer(mood.words));
        }
    }

    private void hang(HttpExchange call) {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }

    private static String answer(String words) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "model",
                "llama3.2:3b",
                "created_at",
                "2026-01-01T00:00:00.000000Z",
                "message",
                Map.of("role", "assistant", "content", words),
                "done_reason",
                "stop",
                "done",
                true,
                "prompt_eval_count",
                26,
                "eval_count",
                12));
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
