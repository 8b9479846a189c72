package bookstore.gateway;

import bookstore.edge.Json;
import bookstore.gateway.Answers.Answer;
import bookstore.shared.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Makes one answer about messages of those of all services; who could not be asked is named in it. */
final class Merging {

    /** Exchange property: how many were asked for. */
    static final String SIZE = "bookstore.size";

    private static final Comparator<JsonNode> LATEST_FIRST = Comparator.<JsonNode, Instant>comparing(
                    letter -> Instant.parse(letter.path("lastAt").asText()))
            .thenComparing(letter -> letter.path("id").asText())
            .reversed();

    /** @param away contexts that could not be asked; absent if all were */
    private record Letters(
            Collection<JsonNode> items,
            @Nullable String next,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> away) {}

    private record Backlogs(
            Collection<JsonNode> items, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> away) {}

    private record Begun(long matching, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> away) {}

    private final Json json;
    private final ObjectMapper mapper;

    Merging(Json json, ObjectMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    /** A page that begins and ends where that of one service would. */
    void letters(Exchange exchange) {
        var answers = Answers.of(exchange);
        int size = exchange.getProperty(SIZE, Integer.class);
        var items =
                items(answers, "id").stream().sorted(LATEST_FIRST).limit(size).toList();
        var next = items.size() < size ? null : cursor(items.get(size - 1));
        json.ok(exchange, new Letters(items, next, away(answers)));
    }

    private static String cursor(JsonNode letter) {
        return letter.path("lastAt").asText() + "_" + letter.path("id").asText();
    }

    void backlogs(Exchange exchange) {
        var answers = Answers.of(exchange);
        json.ok(exchange, new Backlogs(items(answers, "context"), away(answers)));
    }

    void begun(Exchange exchange) {
        var answers = Answers.of(exchange);
        var matching = bodies(answers)
                .mapToLong(body -> body.path("matching").asLong())
                .sum();
        json.answer(exchange, 202, new Begun(matching, away(answers)));
    }

    /** The answer of whoever has what was asked for. */
    void theOne(Exchange exchange) {
        var answers = Answers.of(exchange);
        var found = answers.stream()
                .filter(answer -> !answer.hasNothing() && !answer.isAway())
                .min(Comparator.comparingInt(Answer::status))
                .orElseThrow(() -> nobodyHasIt(named(answers, Answer::isAway)));
        if (found.refusal() != null) {
            throw found.refusal();
        }
        var message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, found.status());
        message.setHeader(Exchange.CONTENT_TYPE, found.contentType());
        message.setBody(found.body().length == 0 ? null : found.body());
    }

    private static Refusal nobodyHasIt(List<String> away) {
        return away.isEmpty()
                ? Refusal.notFound("This dead letter")
                : new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "unavailable",
                        "Who may have it cannot be asked for the moment: " + String.join(", ", away));
    }

    private static List<String> away(List<Answer> answers) {
        return named(answers, answer -> !answer.isGood());
    }

    private static List<String> named(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream()
                .filter(which)
                .flatMap(answer -> answer.from().stream())
                .sorted()
                .toList();
    }

    /** What is told by two is the same. */
    private Collection<JsonNode> items(List<Answer> answers, String key) {
        var items = new TreeMap<String, JsonNode>();
        bodies(answers).forEach(body -> body.path("items")
                .forEach(item -> items.put(item.path(key).asText(), item)));
        return items.values();
    }

    private Stream<JsonNode> bodies(List<Answer> answers) {
        return answers.stream().filter(Answer::isGood).map(answer -> {
            try {
                return mapper.readTree(answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
