package bookstore.catalog.routes;

import bookstore.OnService;
import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Critics;
import bookstore.catalog.FirstBooks;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Headings;
import bookstore.catalog.Importer;
import bookstore.catalog.Imports;
import bookstore.catalog.Purchases;
import bookstore.catalog.Retelling;
import bookstore.catalog.Reviews;
import bookstore.catalog.StockKeeper;
import bookstore.catalog.feeds.CatalogFeeds;
import bookstore.catalog.postgres.CatalogPostgres;
import bookstore.catalog.search.Opening;
import bookstore.catalog.search.VectorStore;
import bookstore.edge.Json;
import bookstore.edge.OnceOnly;
import bookstore.messaging.RetellingConsole;
import bookstore.operations.Part;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.GivenAnswers;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the catalog service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("catalog")
@Import({CatalogPostgres.class, CatalogFeeds.class, CatalogFinding.class})
public class CatalogService {

    private static final String ONCE = "catalogOnceOnly";

    @Bean(ONCE)
    OnceOnly catalogOnceOnly(@Qualifier("catalogAnswers") GivenAnswers answers, Json json) {
        return new OnceOnly(answers, json);
    }

    @Bean
    BookDesk bookDesk(Books books, Catalog catalog, Json json) {
        return new BookDesk(books, catalog, json);
    }

    @Bean
    RouteBuilder catalogBookRoutes(BookDesk desk, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogBookRoutes(desk, once);
    }

    @Bean
    RouteBuilder authorRoutes(Headings headings, Catalog catalog, Json json, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.AUTHOR, headings, catalog, json), once);
    }

    @Bean
    RouteBuilder categoryRoutes(Headings headings, Catalog catalog, Json json, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.CATEGORY, headings, catalog, json), once);
    }

    @Bean
    RouteBuilder publisherRoutes(Headings headings, Catalog catalog, Json json, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.PUBLISHER, headings, catalog, json), once);
    }

    @Bean
    RouteBuilder catalogReviewRoutes(
            BookDesk books, Reviews reviews, Critics critics, Json json, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogReviewRoutes(new ReviewDesk(books, reviews, critics, json), once);
    }

    @Bean
    RetellingConsole bookRetelling(
            @Qualifier("catalogDatabase") ContextDatabase database,
            @Qualifier("catalogOutbox") Outbox outbox,
            Books books,
            Clock clock) {
        return new RetellingConsole(database, new Retelling(books, outbox, clock)::next);
    }

    @Bean
    RouteBuilder catalogListenerRoutes(StockKeeper stock, Purchases purchases) {
        return new CatalogListenerRoutes(stock, purchases);
    }

    @Bean
    FeedDesk feedDesk(Importer importer, Imports imports, Json json) {
        return new FeedDesk(importer, imports, json);
    }

    @Bean
    RouteBuilder catalogFeedRoutes(FeedDesk desk, @Qualifier(ONCE) OnceOnly once) {
        return new CatalogFeedRoutes(desk, once);
    }

    @Bean
    RouteBuilder catalogFileRoutes(FeedDesk desk) {
        return new CatalogFileRoutes(desk);
    }

    @Bean
    RouteBuilder catalogImportRoutes(Importer importer, CatalogSettings settings) {
        return new CatalogImportRoutes(importer, settings.imports().batch());
    }

    @Bean
    FirstBooks firstBooks(Importer importer, Imports imports) {
        return new FirstBooks(importer, imports);
    }

    @Bean
    RouteBuilder catalogOpeningRoutes(FirstBooks firstBooks) {
        return new CatalogOpeningRoutes(firstBooks);
    }

    /** So that nobody is sent here before there is something to be found. */
    @Bean
    Part openShelves(CatalogSettings settings, FirstBooks firstBooks, VectorStore store) {
        var opening = new Opening(() -> !settings.stockShelves() || firstBooks.areOnTheShelves(), store);
        return Part.awaited("books", opening::check);
    }
}
