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
import bookstore.catalog.Reviews;
import bookstore.catalog.StockKeeper;
import bookstore.catalog.feeds.CatalogFeeds;
import bookstore.catalog.postgres.CatalogPostgres;
import bookstore.catalog.search.Opening;
import bookstore.catalog.search.VectorStore;
import bookstore.edge.Json;
import bookstore.operations.Part;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the catalog service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("catalog")
@Import({CatalogPostgres.class, CatalogFeeds.class, CatalogFinding.class})
public class CatalogService {

    @Bean
    BookDesk bookDesk(Books books, Catalog catalog, Json json) {
        return new BookDesk(books, catalog, json);
    }

    @Bean
    RouteBuilder catalogBookRoutes(BookDesk desk) {
        return new CatalogBookRoutes(desk);
    }

    @Bean
    RouteBuilder authorRoutes(Headings headings, Catalog catalog, Json json) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.AUTHOR, headings, catalog, json));
    }

    @Bean
    RouteBuilder categoryRoutes(Headings headings, Catalog catalog, Json json) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.CATEGORY, headings, catalog, json));
    }

    @Bean
    RouteBuilder publisherRoutes(Headings headings, Catalog catalog, Json json) {
        return new CatalogHeadingRoutes(new HeadingDesk(HeadingKind.PUBLISHER, headings, catalog, json));
    }

    @Bean
    RouteBuilder catalogReviewRoutes(BookDesk books, Reviews reviews, Critics critics, Json json) {
        return new CatalogReviewRoutes(new ReviewDesk(books, reviews, critics, json));
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
    RouteBuilder catalogFeedRoutes(FeedDesk desk) {
        return new CatalogFeedRoutes(desk);
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
