package bookstore.catalog.search;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import bookstore.shared.Embeddings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The search as the routes run it, each way open, on a shop's books and their vectors in memory. */
final class SearchTrial {

    private final BookSearch search;
    private final InMemoryVectors vectors;
    private final Embeddings embeddings;
    private final Function<UUID, String> names;
    private final Map<String, List<Nearby>> nearest = new HashMap<>();

    /** @param names what a book is called in the judgements */
    SearchTrial(BookSearch search, InMemoryVectors vectors, Embeddings embeddings, Function<UUID, String> names) {
        this.search = search;
        this.vectors = vectors;
        this.embeddings = embeddings;
        this.names = names;
    }

    /** The first fifty. */
    List<String> found(String query, Mode mode) {
        var asked = new Search(query, mode, Filter.NONE, BookOrder.RELEVANCE, 1, 50);
        return search.page(asked, findings(asked)).hits().stream()
                .map(hit -> names.apply(hit.bookId()))
                .toList();
    }

    private Findings findings(Search asked) {
        if (asked.mode() == Mode.VECTOR) {
            return byMeaning(asked);
        }
        var byText = search.byText(asked);
        return search.needsBoth(asked) ? byText.and(byMeaning(asked)) : byText;
    }

    private Findings byMeaning(Search asked) {
        return search.byMeaning(
                nearest.computeIfAbsent(search.meant(asked), text -> vectors.nearest(embeddings.ofQuery(text)).stream()
                        .limit(1000)
                        .toList()));
    }
}
