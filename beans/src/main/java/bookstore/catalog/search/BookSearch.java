package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Books;
import bookstore.catalog.FacetCounts;
import bookstore.catalog.Filter;
import bookstore.catalog.Spelling;
import bookstore.catalog.TextSearch;
import bookstore.catalog.Vocabulary;
import bookstore.shared.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search for books, but for the ways to what may be away. */
public final class BookSearch {

    private final Books books;
    private final TextSearch texts;
    private final Titles titles;
    private final Vocabulary vocabulary;
    private final Selection selection;
    private final FacetCounts facets;
    private final RankFusion fusion;
    private final int candidates;

    public BookSearch(
            Books books,
            TextSearch texts,
            Titles titles,
            Vocabulary vocabulary,
            Selection selection,
            FacetCounts facets,
            SearchSettings settings) {
        this.books = books;
        this.texts = texts;
        this.titles = titles;
        this.vocabulary = vocabulary;
        this.selection = selection;
        this.facets = facets;
        this.fusion = new RankFusion(settings);
        this.candidates = settings.candidates();
    }

    /**
     * Whether both ways can add something: who names a book wants that book, and no meaning knows what a minus or quotes
     * ask for. One word that is a title is a topic just as well.
     */
    public boolean needsBoth(Search search) {
        return search.mode() == Mode.HYBRID
                && search.hasMeaning()
                && !search.isIsbn()
                && !search.isExact()
                && !(Spelling.key(search.text()).indexOf(' ') > 0 && titles.contain(search.text()));
    }

    /** What is left where the meaning cannot be searched; who wanted nothing else gets the words after all. */
    public Findings withoutMeaning(Search search) {
        return search.mode() == Mode.VECTOR ? byText(search).and(Findings.MISSING) : Findings.MISSING;
    }

    public Findings byText(Search search) {
        return Findings.ofText(texts.search(search.text(), search.filter(), candidates));
    }

    /** What the shopper means: the text without slips of the finger, which a model would not understand. */
    public String meant(Search search) {
        return vocabulary.corrected(search.text());
    }

    /** @param nearest the books whose meaning is nearest, of the whole catalogue */
    public Findings byMeaning(List<Nearby> nearest) {
        return Findings.ofMeaning(fusion.related(nearest));
    }

    /** What was found, fused, filtered, ordered and cut. */
    public ResultPage page(Search search, Findings findings) {
        var hits = fusion.fuse(findings);
        var byId = hits.stream().collect(Collectors.toMap(Hit::bookId, Function.identity()));
        var wanted = selection.of(hits.stream().map(Hit::bookId).toList(), search.filter(), search.order());
        var shown = search.cut(wanted).stream().map(byId::get).toList();
        return new ResultPage(shown, wanted.size(), facets.of(wanted), findings.degraded());
    }

    /** What the filter alone finds. */
    public ResultPage page(Search search) {
        var page = books.list(search.filter(), search.order(), search.page(), search.size());
        var hits = page.items().stream().map(book -> Hit.unranked(book.id())).toList();
        return new ResultPage(hits, page.totalItems(), facets.of(search.filter()), false);
    }

    /**
     * The answer with the books as they are now.
     *
     * @param hindered something is away that only makes searches faster
     */
    public SearchAnswer answer(Search search, ResultPage page, boolean hindered) {
        var byId = page.hits().stream().collect(Collectors.toMap(Hit::bookId, Function.identity()));
        var ids = page.hits().stream().map(Hit::bookId).toList();
        var items = books.findAll(ids).stream()
                .map(book -> found(book, byId.get(book.id())))
                .toList();
        return new SearchAnswer(
                new Page<>(items, search.page(), search.size(), page.totalItems()),
                page.facets(),
                page.degraded() || hindered);
    }

    private static FoundBook found(Book book, Hit hit) {
        return new FoundBook(book, hit.score(), hit.matchedBy());
    }

    /** Books like one, from the nearest by meaning; itself is not among them. */
    public List<Book> similar(UUID bookId, List<Nearby> nearest, int atMost) {
        var ids = nearest.stream()
                .map(Nearby::bookId)
                .filter(id -> !id.equals(bookId))
                .toList();
        return books.findAll(ids).stream().limit(atMost).toList();
    }

    /** Books like one, as far as its author and category tell. */
    public List<Book> similar(Book book, int atMost) {
        var author = book.authors().stream().map(heading -> filter(null, heading.id()));
        var category = book.categories().stream().map(heading -> filter(heading.id(), null));
        return Stream.concat(author, category)
                .flatMap(filter -> books.list(filter, BookOrder.RATING, 1, atMost + 1).items().stream())
                .filter(other -> !other.id().equals(book.id()))
                .distinct()
                .limit(atMost)
                .toList();
    }

    private static Filter filter(@Nullable UUID category, @Nullable UUID author) {
        return new Filter(
                category == null ? null : category.toString(),
                author == null ? null : author.toString(),
                null,
                null,
                null,
                null,
                null);
    }
}
