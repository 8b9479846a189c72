package bookstore.catalog.routes;

import bookstore.OnService;
import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Headings;
import bookstore.catalog.postgres.CatalogPostgres;
import bookstore.edge.Json;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the catalog service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("catalog")
@Import({CatalogPostgres.class, CatalogFinding.class})
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
}
