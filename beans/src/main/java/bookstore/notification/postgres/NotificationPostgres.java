package bookstore.notification.postgres;

import bookstore.notification.MailBook;
import bookstore.notification.MailLog;
import bookstore.notification.Mailbox;
import bookstore.notification.NotificationSettings;
import bookstore.notification.Postman;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notification's part of the database. */
@Configuration(proxyBeanMethods = false)
public class NotificationPostgres {

    @Bean
    ContextDatabase notificationDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("notification", settings);
    }

    /** Tells nothing; it is what a context hears by. */
    @Bean
    Outbox notificationOutbox(@Qualifier("notificationDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Mailbox mailbox(
            @Qualifier("notificationDatabase") ContextDatabase database,
            NotificationSettings settings,
            ObjectMapper json,
            Ids ids,
            Postman postman) {
        return new PostgresMailbox(database, settings, new Facts(json), ids, postman);
    }

    @Bean
    MailLog mailLog(@Qualifier("notificationDatabase") ContextDatabase database, Postman postman) {
        return new PostgresMailLog(database, postman);
    }

    @Bean
    MailBook mailBook(@Qualifier("notificationDatabase") ContextDatabase database) {
        return new PostgresMailBook(database);
    }
}
