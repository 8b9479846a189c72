package bookstore.notification.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.notification.MailBook;
import bookstore.notification.MailLog;
import bookstore.notification.Mailbox;
import bookstore.notification.Notifier;
import bookstore.notification.Postman;
import bookstore.notification.Templates;
import bookstore.notification.mustache.NotificationMustache;
import bookstore.notification.postgres.NotificationPostgres;
import bookstore.operations.Backlog;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the notification service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("notification")
@Import({NotificationPostgres.class, NotificationMustache.class})
public class NotificationService {

    @Bean
    Postman postman(ObjectProvider<ProducerTemplate> camel) {
        return () -> camel.getObject().sendBody(NotificationDeliveryRoutes.CALL, "");
    }

    @Bean
    RouteBuilder notificationListenerRoutes(Mailbox mailbox) {
        return new NotificationListenerRoutes(new Notifier(mailbox));
    }

    @Bean
    RouteBuilder notificationDeliveryRoutes(Mailbox mailbox, Templates templates, MailServerSettings server) {
        return new NotificationDeliveryRoutes(mailbox, templates, server.endpoint());
    }

    @Bean
    Backlog parkedMails(MailLog log) {
        return Backlog.of(
                "notification", "bookstore.notification.mails.parked", "Mails that are sent no more", log::parked);
    }

    @Bean
    RouteBuilder notificationHttpRoutes(MailLog log, Templates templates, Json json) {
        return new NotificationHttpRoutes(log, templates, json);
    }

    @Bean
    RouteBuilder mailQuestionRoutes(MailBook book) {
        return new MailQuestionRoutes(book);
    }
}
