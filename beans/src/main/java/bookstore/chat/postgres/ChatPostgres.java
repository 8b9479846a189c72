package bookstore.chat.postgres;

import bookstore.chat.Gazetteer;
import bookstore.chat.KnownBooks;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chat's part of the database. */
@Configuration(proxyBeanMethods = false)
public class ChatPostgres {

    @Bean
    ContextDatabase chatDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("chat", settings);
    }

    /** Nothing is told; what belongs to hearing hangs on it. */
    @Bean
    Outbox chatOutbox(@Qualifier("chatDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    KnownBooks knownBooks(@Qualifier("chatDatabase") ContextDatabase database) {
        return new PostgresKnownBooks(database);
    }

    @Bean
    Gazetteer gazetteer() {
        return new Gazetteer();
    }
}
