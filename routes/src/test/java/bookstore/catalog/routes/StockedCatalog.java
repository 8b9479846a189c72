package bookstore.catalog.routes;

import bookstore.Bookstore;
import bookstore.StartedOnce;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The catalog service, and the one that gives tokens, with the books of the first start; started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartedOnce
@SpringBootTest(
        classes = {Bookstore.class, FirstStock.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=catalog,identity",
            "bookstore.identity.directory=target/stocked-identity",
            "bookstore.catalog.imports.directory=target/stocked-feeds",
            "bookstore.catalog.stock-shelves=false",
            "bookstore.catalog.search.check-after=500",
            "bookstore.catalog.search.check-every=1s",
            "bookstore.catalog.search.count-words-every=1s",
            "bookstore.catalog.cache.count-every=200",
            "management.server.port=0"
        })
@interface StockedCatalog {}
