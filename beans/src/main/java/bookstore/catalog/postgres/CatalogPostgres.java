package bookstore.catalog.postgres;

import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Critics;
import bookstore.catalog.FacetCounts;
import bookstore.catalog.Feeds;
import bookstore.catalog.Headings;
import bookstore.catalog.Importer;
import bookstore.catalog.Imports;
import bookstore.catalog.Purchases;
import bookstore.catalog.Reviews;
import bookstore.catalog.Shelves;
import bookstore.catalog.StockKeeper;
import bookstore.catalog.TextSearch;
import bookstore.catalog.search.Rebuilds;
import bookstore.catalog.search.Selection;
import bookstore.catalog.search.Titles;
import bookstore.shared.Embeddings;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.GivenAnswers;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's part of the database. */
@Configuration(proxyBeanMethods = false)
public class CatalogPostgres {

    @Bean
    ContextDatabase catalogDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("catalog", settings, "answers");
    }

    @Bean
    Outbox catalogOutbox(@Qualifier("catalogDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    GivenAnswers catalogAnswers(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new GivenAnswers(database);
    }

    @Bean
    Books books(@Qualifier("catalogDatabase") ContextDatabase database, ObjectMapper json) {
        return new PostgresBooks(database, json);
    }

    @Bean
    PostgresVocabulary vocabulary(@Qualifier("catalogDatabase") ContextDatabase database, Embeddings embeddings) {
        return new PostgresVocabulary(database, embeddings::commonWords);
    }

    @Bean
    TextSearch textSearch(@Qualifier("catalogDatabase") ContextDatabase database, PostgresVocabulary vocabulary) {
        return new PostgresTextSearch(database, vocabulary);
    }

    @Bean
    FacetCounts facetCounts(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresFacetCounts(database);
    }

    @Bean
    Headings headings(@Qualifier("catalogDatabase") ContextDatabase database, Ids ids) {
        return new PostgresHeadings(database, ids);
    }

    @Bean
    Shelves shelves(@Qualifier("catalogDatabase") ContextDatabase database, ObjectMapper json) {
        return new PostgresShelves(database, json);
    }

    @Bean
    Catalog catalog(
            Shelves shelves,
            Headings headings,
            Purchases purchases,
            @Qualifier("catalogOutbox") Outbox outbox,
            Clock clock,
            Ids ids) {
        return new Catalog(shelves, headings, purchases, outbox, clock, ids);
    }

    @Bean
    Reviews reviews(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresReviews(database);
    }

    @Bean
    Purchases purchases(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresPurchases(database);
    }

    @Bean
    StockKeeper stockKeeper(
            @Qualifier("catalogDatabase") ContextDatabase database,
            Books books,
            @Qualifier("catalogOutbox") Outbox outbox,
            Clock clock) {
        return new StockKeeper(new PostgresStockCopy(database), books, outbox::add, clock);
    }

    @Bean
    Critics critics(
            Shelves shelves,
            Reviews reviews,
            Purchases purchases,
            @Qualifier("catalogOutbox") Outbox outbox,
            Clock clock,
            Ids ids) {
        return new Critics(shelves, reviews, purchases, outbox::add, clock, ids);
    }

    @Bean
    Imports imports(@Qualifier("catalogDatabase") ContextDatabase database, ObjectMapper json, Ids ids) {
        return new PostgresImports(database, json, ids);
    }

    @Bean
    Importer importer(Feeds feeds, Imports imports, Catalog catalog) {
        return new Importer(feeds, imports, catalog);
    }

    @Bean
    Selection selection(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresSelection(database);
    }

    @Bean
    Titles titles(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresTitles(database);
    }

    @Bean
    Rebuilds rebuilds(@Qualifier("catalogDatabase") ContextDatabase database) {
        return new PostgresRebuilds(database);
    }
}
