package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Draft;
import bookstore.catalog.FacetCounts;
import bookstore.catalog.Feeds;
import bookstore.catalog.TextSearch;
import bookstore.catalog.Vocabulary;
import bookstore.catalog.feeds.CatalogFeedsFixture;
import bookstore.catalog.postgres.CatalogPostgres;
import bookstore.shared.Embeddings;
import bookstore.shared.onnx.EmbeddingModel;
import bookstore.shared.onnx.EmbeddingSettings;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.ContextWiring;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The real catalogue with the books of the first start, on a real PostgreSQL, and the real model. */
final class StockedShop implements AutoCloseable {

    /** The shop's own. */
    static final SearchSettings SETTINGS = new SearchSettings(1000, 1, 0.7, 1, 1, 8, 0.4, 0.2);

    private static final int BATCH = 500;

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Parts.class);

    final Books books = beans.getBean(Books.class);
    final Catalog catalog = beans.getBean(Catalog.class);
    final Titles titles = beans.getBean(Titles.class);
    final Vocabulary vocabulary = beans.getBean(Vocabulary.class);
    final Rebuilds rebuilds = beans.getBean(Rebuilds.class);
    final Embeddings embeddings = beans.getBean(Embeddings.class);
    final ContextDatabase database = beans.getBean(ContextDatabase.class);

    StockedShop() {
        empty();
        database.transaction().executeWithoutResult(status -> {
            stock("/bookstore/catalog/fiction.jsonl");
            stock("/bookstore/catalog/nonfiction.jsonl");
        });
    }

    /** With other books instead. */
    StockedShop(List<Draft> drafts) {
        empty();
        for (var from = 0; from < drafts.size(); from += BATCH) {
            var batch = drafts.subList(from, Math.min(from + BATCH, drafts.size()));
            database.transaction().executeWithoutResult(status -> batch.forEach(catalog::take));
        }
    }

    private void empty() {
        database.jdbc()
                .sql("truncate books, headings, book_headings, reviews, outbox, search_rebuilds")
                .update();
    }

    BookSearch search(SearchSettings settings) {
        return new BookSearch(
                books,
                beans.getBean(TextSearch.class),
                titles,
                vocabulary,
                beans.getBean(Selection.class),
                beans.getBean(FacetCounts.class),
                settings);
    }

    List<Book> all() {
        var all = new ArrayList<Book>();
        for (var batch = books.after(null, BATCH); !batch.isEmpty(); batch = books.after(last(all), BATCH)) {
            all.addAll(batch);
        }
        return all;
    }

    private static UUID last(List<Book> books) {
        return books.get(books.size() - 1).id();
    }

    /** The shop's own search, ready to be tried. */
    SearchTrial trial(Function<Book, String> name, Embeddings embeddings) {
        vocabulary.count();
        var names = all().stream().collect(Collectors.toMap(Book::id, name));
        return new SearchTrial(search(SETTINGS), vectors(embeddings), embeddings, names::get);
    }

    /** All books, read into a store. */
    InMemoryVectors vectors(Embeddings embeddings) {
        var store = new InMemoryVectors();
        var index = new SearchIndex(books, embeddings, store, rebuilds);
        var builder = new IndexBuilder(books, index, store, rebuilds, embeddings.dimensions());
        builder.build(builder.begin());
        return store;
    }

    void changes(Runnable change) {
        database.transaction().executeWithoutResult(status -> change.run());
    }

    private void stock(String file) {
        var json = beans.getBean(ObjectMapper.class);
        try (var lines = StockedShop.class.getResourceAsStream(file);
                MappingIterator<Draft> drafts = json.readerFor(Draft.class).readValues(lines)) {
            drafts.forEachRemaining(catalog::take);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Override
    public void close() {
        beans.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({ContextWiring.class, CatalogPostgres.class, EmbeddingModel.class})
    static class Parts {

        @Bean
        EmbeddingSettings embeddingSettings() {
            return new EmbeddingSettings(2, Duration.ofSeconds(60));
        }

        @Bean
        Feeds feeds() {
            return CatalogFeedsFixture.READERS;
        }
    }
}
