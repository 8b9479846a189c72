package bookstore.chat.routes;

import bookstore.catalog.commands.FindBooks;
import bookstore.catalog.commands.FoundBooks;
import bookstore.chat.BookOnOffer;
import bookstore.chat.Intent;
import bookstore.ordering.commands.OrdersTold;
import bookstore.ordering.commands.TellOrders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** What is asked of other contexts for an answer, and what is made of what they say. */
final class Findings {

    private static final int BOOKS = 5;
    private static final int MOST_BOOKS = 20;
    private static final int ORDERS = 3;
    private static final int LONGEST_QUERY = 256;

    private final ObjectMapper json;

    Findings(ObjectMapper json) {
        this.json = json;
    }

    static boolean isAboutBooks(Exchange exchange) {
        return Turn.of(exchange).understanding().intent().isAboutBooks();
    }

    static boolean isAboutOrders(Exchange exchange) {
        return Turn.of(exchange).understanding().intent() == Intent.ORDER_STATUS;
    }

    void askForBooks(Exchange exchange) {
        var subject = Turn.of(exchange).subject();
        var size = Math.min(BOOKS + subject.seen().size(), MOST_BOOKS);
        exchange.getMessage()
                .setBody(new FindBooks(shortened(subject.query()), subject.maxPrice(), subject.language(), size));
    }

    private static String shortened(String query) {
        return query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    }

    void takeBooks(Exchange exchange) {
        var found = exchange.getMessage().getBody(FoundBooks.class);
        var turn = Turn.of(exchange);
        var seen = turn.subject().seen().stream().map(UUID::toString).collect(Collectors.toSet());
        var books = found.books().stream()
                .filter(book -> !seen.contains(String.valueOf(book.get("id"))))
                .limit(BOOKS)
                .toList();
        turn.found(books, books.stream().map(this::offer).toList(), found.degraded())
                .enter(exchange);
    }

    private BookOnOffer offer(Map<String, Object> book) {
        JsonNode node = json.valueToTree(book);
        var price = node.path("salePrice").isObject() ? node.path("salePrice") : node.path("price");
        return new BookOnOffer(
                UUID.fromString(node.path("id").asText()),
                node.path("title").asText(),
                node.path("authors").findValuesAsText("name"),
                price.path("amount").asText() + " " + price.path("currency").asText(),
                node.path("description").asText());
    }

    /** The caller's own orders: who asks is taken from the token, never from what is said. */
    static void askForOrders(Exchange exchange) {
        exchange.getMessage()
                .setBody(new TellOrders(Turn.of(exchange).conversation().owner(), ORDERS));
    }

    static void takeOrders(Exchange exchange) {
        var told = exchange.getMessage().getBody(OrdersTold.class);
        Turn.of(exchange).ordered(told.orders()).enter(exchange);
    }

    static void doWithout(Exchange exchange) {
        Turn.of(exchange).lacking().enter(exchange);
    }
}
