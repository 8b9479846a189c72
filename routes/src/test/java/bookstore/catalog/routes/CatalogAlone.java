package bookstore.catalog.routes;

import bookstore.Bookstore;
import bookstore.StartedOnce;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The catalog service, and the one that gives tokens, without the books of the first start and without an index; started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartedOnce
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=catalog,identity",
            "bookstore.identity.directory=target/catalog-identity",
            "bookstore.catalog.stock-shelves=false",
            "bookstore.catalog.imports.directory=target/catalog-feeds",
            "bookstore.catalog.search.check-after=1h",
            "management.server.port=0"
        })
@interface CatalogAlone {}
