package bookstore.catalog.routes;

import bookstore.catalog.search.BookSearch;
import bookstore.catalog.search.Findings;
import bookstore.catalog.search.Mode;
import bookstore.catalog.search.Popularity;
import bookstore.catalog.search.ResultPage;
import bookstore.catalog.search.SearchTally;
import bookstore.edge.PageLinks;
import org.apache.camel.Exchange;

/** The steps of a search, each from what the step before has left as the body. */
final class ResultPages {

    private final BookSearch search;
    private final Popularity popularity;
    private final SearchTally tally;
    private final CacheMeters meters;

    ResultPages(BookSearch search, Popularity popularity, SearchTally tally, CacheMeters meters) {
        this.search = search;
        this.popularity = popularity;
        this.tally = tally;
        this.meters = meters;
    }

    boolean isWithoutText(Exchange exchange) {
        return !SearchRequest.of(exchange).hasText();
    }

    boolean needsBoth(Exchange exchange) {
        return search.needsBoth(SearchRequest.of(exchange));
    }

    boolean isByMeaning(Exchange exchange) {
        var asked = SearchRequest.of(exchange);
        return asked.mode() == Mode.VECTOR && asked.hasMeaning();
    }

    void browse(Exchange exchange) {
        exchange.getMessage().setBody(search.page(SearchRequest.of(exchange)));
    }

    void searchTexts(Exchange exchange) {
        exchange.getMessage().setBody(search.byText(SearchRequest.of(exchange)));
    }

    void cut(Exchange exchange) {
        var findings = exchange.getMessage().getBody(Findings.class);
        exchange.getMessage().setBody(search.page(SearchRequest.of(exchange), findings));
    }

    void answer(Exchange exchange) {
        var page = exchange.getMessage().getBody(ResultPage.class);
        var answer = search.answer(SearchRequest.of(exchange), page, PageCache.isAway(exchange));
        exchange.getMessage().setBody(answer);
        PageLinks.add(exchange, answer.found());
        PageCache.tell(exchange);
        meters.count(PageCache.state(exchange));
        popularity.note(SearchRequest.of(exchange));
        tally.note(SearchRequest.of(exchange), page.totalItems());
    }
}
