package bookstore.analytics.postgres;

import bookstore.analytics.Reports;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The analytics' part of the database. */
@Configuration(proxyBeanMethods = false)
public class AnalyticsPostgres {

    @Bean
    ContextDatabase analyticsDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("analytics", settings);
    }

    /** Tells nothing; it is what a context hears by. */
    @Bean
    Outbox analyticsOutbox(@Qualifier("analyticsDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Reports reports(@Qualifier("analyticsDatabase") ContextDatabase database) {
        return new PostgresReports(database);
    }
}
