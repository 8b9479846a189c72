package bookstore.catalog.routes;

import bookstore.catalog.Critics;
import bookstore.catalog.Reviews;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.PageLinks;
import bookstore.edge.Parameters;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Takes and shows what buyers think of books. */
class ReviewDesk {

    private final BookDesk books;
    private final Reviews reviews;
    private final Critics critics;
    private final Json json;

    ReviewDesk(BookDesk books, Reviews reviews, Critics critics, Json json) {
        this.books = books;
        this.reviews = reviews;
        this.critics = critics;
        this.json = json;
    }

    private record ReviewDraft(int stars, @Nullable String text) {}

    void list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var page = reviews.list(books.named(exchange).id(), parameters.number("page"), parameters.number("size"));
        PageLinks.add(exchange, page);
        json.ok(exchange, page);
    }

    void write(Exchange exchange) {
        var draft = json.read(exchange, ReviewDraft.class);
        var buyer = Caller.of(exchange).userId();
        var text = Objects.requireNonNullElse(draft.text(), "").strip();
        var review = critics.write(books.named(exchange).id(), buyer, draft.stars(), text);
        json.created(exchange, "/api/reviews/" + review.id(), review);
    }

    void remove(Exchange exchange) {
        var caller = Caller.of(exchange);
        var writer = caller.isAdmin() ? Optional.<String>empty() : Optional.of(caller.userId());
        critics.remove(Parameters.of(exchange).id("id"), writer);
        json.noContent(exchange);
    }
}
