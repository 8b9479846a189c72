package bookstore.catalog.routes;

import bookstore.catalog.Books;
import bookstore.catalog.FacetCounts;
import bookstore.catalog.FirstBooks;
import bookstore.catalog.TextSearch;
import bookstore.catalog.Vocabulary;
import bookstore.catalog.qdrant.CatalogQdrant;
import bookstore.catalog.redis.CatalogRedis;
import bookstore.catalog.search.BookSearch;
import bookstore.catalog.search.CacheSettings;
import bookstore.catalog.search.IndexBuilder;
import bookstore.catalog.search.Popularity;
import bookstore.catalog.search.QueryVectors;
import bookstore.catalog.search.Rebuilds;
import bookstore.catalog.search.SearchIndex;
import bookstore.catalog.search.SearchSettings;
import bookstore.catalog.search.SearchTally;
import bookstore.catalog.search.Selection;
import bookstore.catalog.search.Titles;
import bookstore.catalog.search.VectorStore;
import bookstore.edge.Json;
import bookstore.shared.Embeddings;
import bookstore.shared.onnx.EmbeddingModel;
import bookstore.shared.onnx.EmbeddingSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qdrant.client.QdrantClient;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.qdrant.QdrantComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of the catalog service that finds books. */
@Configuration(proxyBeanMethods = false)
@Import({EmbeddingModel.class, CatalogQdrant.class, CatalogRedis.class, CatalogRemembering.class})
class CatalogFinding {

    /** The component would make a connection of its own for each endpoint, and has no setting for this. */
    @Bean
    ComponentCustomizer qdrantConnection(QdrantClient client) {
        return ComponentCustomizer.forType(
                QdrantComponent.class, qdrant -> qdrant.getConfiguration().setClient(client));
    }

    @Bean
    BookSearch bookSearch(
            Books books,
            TextSearch texts,
            Titles titles,
            Vocabulary vocabulary,
            Selection selection,
            FacetCounts facets,
            SearchSettings settings) {
        return new BookSearch(books, texts, titles, vocabulary, selection, facets, settings);
    }

    @Bean
    QueryVectors queryVectors(Embeddings embeddings, CacheSettings settings, EmbeddingSettings model) {
        return new QueryVectors(embeddings, settings.embeddings(), model.patience());
    }

    @Bean
    SearchIndex searchIndex(Books books, Embeddings embeddings, VectorStore store, Rebuilds rebuilds) {
        return new SearchIndex(books, embeddings, store, rebuilds);
    }

    @Bean
    IndexBuilder indexBuilder(
            Books books, SearchIndex index, VectorStore store, Rebuilds rebuilds, Embeddings embeddings) {
        return new IndexBuilder(books, index, store, rebuilds, embeddings.dimensions());
    }

    @Bean
    RouteBuilder catalogSearchRoutes(
            ResultPages pages, CatalogSettings settings, FirstBooks firstBooks, Titles titles) {
        var shelves = new BareShelves(() -> !settings.stockShelves() || firstBooks.areOnTheShelves());
        return new CatalogSearchRoutes(pages, shelves, new SuggestedTitles(titles));
    }

    @Bean
    RouteBuilder catalogQuestionRoutes(BookSearch search, ObjectMapper json) {
        return new CatalogQuestionRoutes(new BookQuestions(search, json));
    }

    @Bean
    ResultPages resultPages(BookSearch search, Popularity popularity, SearchTally tally, CacheMeters meters) {
        return new ResultPages(search, popularity, tally, meters);
    }

    @Bean
    RouteBuilder catalogRankingRoutes(ResultPages pages) {
        return new CatalogRankingRoutes(pages);
    }

    @Bean
    RouteBuilder catalogPageRoutes() {
        return new CatalogPageRoutes(new Flights());
    }

    @Bean
    RouteBuilder catalogMeaningRoutes(QueryVectors vectors, BookSearch search, VectorStore store) {
        return new CatalogMeaningRoutes(new Meanings(vectors, search, store));
    }

    @Bean
    RouteBuilder catalogVocabularyRoutes(Vocabulary vocabulary) {
        return new CatalogVocabularyRoutes(vocabulary);
    }

    @Bean
    RouteBuilder catalogSimilarRoutes(BookDesk books, BookSearch search, VectorStore store) {
        return new CatalogSimilarRoutes(new SimilarBooks(books, search, store));
    }

    @Bean
    RouteBuilder catalogIndexRoutes(SearchIndex index) {
        return new CatalogIndexRoutes(index);
    }

    @Bean
    RouteBuilder catalogRebuildRoutes(IndexBuilder builder, Rebuilds rebuilds, Json json) {
        return new CatalogRebuildRoutes(new IndexDesk(builder, rebuilds, json));
    }
}
