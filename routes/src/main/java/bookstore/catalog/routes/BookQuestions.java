package bookstore.catalog.routes;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import bookstore.catalog.commands.FindBooks;
import bookstore.catalog.commands.FoundBooks;
import bookstore.catalog.search.BookSearch;
import bookstore.catalog.search.Mode;
import bookstore.catalog.search.ResultPage;
import bookstore.catalog.search.Search;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads what another context asks, and tells it what was found. */
final class BookQuestions {

    private static final TypeReference<Map<String, Object>> AS_OVER_HTTP = new TypeReference<>() {};

    private final BookSearch search;
    private final ObjectMapper json;

    BookQuestions(BookSearch search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    static void begin(Exchange exchange) {
        var asked = exchange.getMessage().getBody(FindBooks.class);
        var size = Math.min(asked.size(), 20);
        SearchRequest.begin(
                exchange, new Search(asked.query(), Mode.HYBRID, filter(asked), BookOrder.RELEVANCE, 1, size));
    }

    private static Filter filter(FindBooks asked) {
        var most = asked.maxPrice() == null ? null : BookParameters.minor(asked.maxPrice());
        return new Filter(null, null, null, asked.language(), null, most, null);
    }

    void answer(Exchange exchange) {
        var page = exchange.getMessage().getBody(ResultPage.class);
        var answer = search.answer(SearchRequest.of(exchange), page, PageCache.isAway(exchange));
        var books = answer.found().items().stream()
                .map(found -> shown(found.book()))
                .toList();
        exchange.getMessage().setBody(new FoundBooks(books, answer.degraded()));
    }

    private Map<String, Object> shown(Book book) {
        return json.convertValue(book, AS_OVER_HTTP);
    }
}
