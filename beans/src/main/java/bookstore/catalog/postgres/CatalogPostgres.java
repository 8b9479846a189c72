package bookstore.catalog.postgres;

import bookstore.catalog.Books;
import bookstore.catalog.FacetCounts;
import bookstore.catalog.TextSearch;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's part of the database. */
@Configuration(proxyBeanMethods = false)
public class CatalogPostgres {

    @Bean
    ContextDatabase catalogDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("catalog", settings);
    }

    @Bean
    Outbox catalogOutbox(@Qualifier("catalogDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Books books(@Qualifier("catalogDatabase") ContextDatabase database, ObjectMapper json) {
        return new PostgresBooks(database, json);
    }

    @Bean
    TextSearch textSearch(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresTextSearch(database);
    }

    @Bean
    FacetCounts facetCounts(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresFacetCounts(database);
    }
}
