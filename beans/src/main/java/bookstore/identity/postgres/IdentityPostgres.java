package bookstore.identity.postgres;

import bookstore.identity.Accounts;
import bookstore.identity.Users;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.GivenAnswers;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Identity's part of the database. */
@Configuration(proxyBeanMethods = false)
public class IdentityPostgres {

    @Bean
    ContextDatabase identityDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("identity", settings, "answers");
    }

    @Bean
    Outbox identityOutbox(@Qualifier("identityDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    GivenAnswers identityAnswers(@Qualifier("identityDatabase") ContextDatabase database) {
        return new GivenAnswers(database);
    }

    @Bean
    Users users(@Qualifier("identityDatabase") ContextDatabase database) {
        return new PostgresUsers(database);
    }

    @Bean
    Accounts accounts(Users users, @Qualifier("identityOutbox") Outbox outbox, Ids ids, Clock clock) {
        return new Accounts(users, outbox::add, ids, clock);
    }
}
