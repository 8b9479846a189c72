package bookstore.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Somebody on the other side of the counter. */
public final class Browser {

    public static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** What came back. */
    public record Page(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** A page of any server. */
    public static Page fetch(String url) {
        return new Browser(URI.create(url).getPort())
                .send("GET", URI.create(url).getPath(), BodyPublishers.noBody());
    }

    public Page get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Page post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), withJson(headers));
    }

    public Page put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), withJson(headers));
    }

    public URI at(String path) {
        return URI.create(origin + path);
    }

    public Page send(String method, String path, BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20)).method(method, body);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token by client credentials, as a header's value. */
    public String bearer(String name) {
        return token(name, "grant_type=client_credentials");
    }

    /** A token that was asked for with these scopes only. */
    public String bearer(String name, String scopes) {
        return token(name, "grant_type=client_credentials&scope=" + scopes.replace(' ', '+'));
    }

    private String token(String name, String form) {
        var basic = Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        var page = send(
                "POST",
                "/oauth2/token",
                BodyPublishers.ofString(form),
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                FORM);
        return "Bearer " + page.json().path("access_token").asText();
    }

    /**
     * The status that somebody unknown gets from the issuer.
     *
     * @param chunked whether the length is not told
     */
    public int postsToIssuer(String type, int length, boolean chunked) {
        var body = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
        var publisher = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
        return send("POST", "/oauth2/token", publisher, "Content-Type", type).status();
    }

    private static String[] withJson(String... headers) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return all;
    }
}
