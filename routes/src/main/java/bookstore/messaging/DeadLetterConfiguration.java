package bookstore.messaging;

import bookstore.edge.Json;
import bookstore.operations.Backlog;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk over the dead letters, and the view of what waits to be told, for the contexts of this process. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    @Bean
    DeadLetterDesk deadLetterDesk(List<Outbox> outboxes, ObjectProvider<ProducerTemplate> camel) {
        var tables = outboxes.stream()
                .map(outbox -> new DeadLetterTable(outbox.database()))
                .toList();
        return new DeadLetterDesk(tables, letter -> camel.getObject().sendBody(DeadLetterReplayRoutes.PUBLISH, letter));
    }

    @Bean
    DeadLetterConsole deadLetterConsole(DeadLetterDesk desk) {
        return new DeadLetterConsole(desk);
    }

    @Bean
    RouteBuilder deadLetterReplayRoutes(DeadLetterDesk desk, MessagingSettings settings) {
        return new DeadLetterReplayRoutes(desk, settings);
    }

    @Bean
    RouteBuilder deadLetterHttpRoutes(DeadLetterDesk desk, Json json) {
        return new DeadLetterHttpRoutes(desk, json);
    }

    @Bean
    MessageBacklogs messageBacklogs(List<Outbox> outboxes, Clock clock) {
        return new MessageBacklogs(outboxes, clock);
    }

    @Bean
    Backlog outboxWaiting(MessageBacklogs backlogs) {
        return backlogs.waiting();
    }

    @Bean
    Backlog outboxOldest(MessageBacklogs backlogs) {
        return backlogs.oldest();
    }

    @Bean
    Backlog deadLetters(MessageBacklogs backlogs) {
        return backlogs.deadLetters();
    }

    @Bean
    RouteBuilder outboxHttpRoutes(List<Outbox> outboxes, MessageBacklogs backlogs, Json json) {
        return new OutboxHttpRoutes(outboxes, backlogs, json);
    }
}
