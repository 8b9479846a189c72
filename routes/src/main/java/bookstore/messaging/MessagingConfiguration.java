package bookstore.messaging;

import bookstore.shared.Ids;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.amqp.rabbit.retry.ImmediateRequeueMessageRecoverer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.retry.interceptor.RetryOperationsInterceptor;

/** Gives every context that has an outbox its relay, its inbox and its dead letters. */
@Configuration(proxyBeanMethods = false)
@Import(DeadLetterConfiguration.class)
public class MessagingConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    Declarables topology(MessagingSettings settings) {
        return Topology.declarables(settings);
    }

    @Bean
    HeaderFilterStrategy messageHeaders() {
        return new MessageHeaders();
    }

    @Bean
    ListenerContainers listenerContainers() {
        return new ListenerContainers();
    }

    @Bean
    Redelivery redelivery(MessagingSettings settings) {
        return new Redelivery(settings);
    }

    /**
     * Gives back what failed twice. Camel's {@code rejectAndDontRequeue=false} would not: without a recoverer Spring
     * acknowledges the message.
     */
    @Bean
    RetryOperationsInterceptor requeue(MessagingSettings settings) {
        var pause = settings.retryDelays().get(0).toMillis();
        return RetryInterceptorBuilder.stateless()
                .maxAttempts(2)
                .backOffOptions(pause, 1, pause)
                .recoverer(new ImmediateRequeueMessageRecoverer())
                .build();
    }

    @Bean
    DirectReply directReply() {
        return new DirectReply();
    }

    @Bean
    Unanswered unanswered() {
        return new Unanswered();
    }

    @Bean
    Outboxes outboxes(ObjectMapper json, Ids ids, ObjectProvider<ProducerTemplate> camel) {
        return database -> {
            var relay = OutboxRelayRoutes.wakeEndpoint(database.context());
            return new Outbox(database, json, ids::next, () -> camel.getObject().sendBody(relay, ""));
        };
    }

    @Bean
    CamelContextConfiguration contextMessaging(
            ObjectProvider<Outbox> outboxes, MessagingSettings settings, SweepSettings sweep) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                outboxes.forEach(outbox -> ContextMessaging.add(camel, outbox, settings, sweep));
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }
}
