package bookstore.operations;

import bookstore.edge.contract.Contract;
import bookstore.shared.postgres.ContextDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.exporter.SpanFilter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What every process offers to those who run it. */
@Configuration(proxyBeanMethods = false)
@Import({ManagementSecurity.class, Signpost.class})
public class OperationsConfiguration {

    /** One for all routes' circuit breakers, so that they can be shown together. */
    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    Watch watch(
            ObjectProvider<ContextDatabase> databases,
            ObjectProvider<Part> more,
            ConnectionFactory broker,
            ObjectProvider<RedisConnectionFactory> redis,
            Contract contract,
            OperationsSettings settings,
            Environment environment) {
        var parts = new ArrayList<Part>();
        databases.orderedStream().map(UsualParts::database).forEach(parts::add);
        parts.add(UsualParts.broker(broker, !parts.isEmpty() && isReachedByMessagesOnly(contract)));
        parts.addAll(new UsualParts(environment).helpful(redis.orderedStream()));
        more.orderedStream().forEach(parts::add);
        return new Watch(parts, Clock.systemUTC(), settings.watchEvery());
    }

    /** What every process offers over HTTP does not count. */
    private static boolean isReachedByMessagesOnly(Contract contract) {
        return contract.operations().stream()
                .allMatch(operation -> Set.of("edge", "messaging").contains(operation.context()));
    }

    /** What nothing goes without. */
    @Bean
    CompositeHealthContributor needs(Watch watch) {
        return PartHealth.of(watch, Part::needed);
    }

    /** What is missed while it is away. */
    @Bean
    CompositeHealthContributor helps(Watch watch) {
        return PartHealth.of(watch, part -> !part.needed());
    }

    @Bean
    HealthIndicator breakers(CircuitBreakerRegistry breakers) {
        return new BreakerHealth(breakers);
    }

    @Bean
    MeterBinder poolMetrics(ObjectProvider<ContextDatabase> databases) {
        return registry -> databases.forEach(database -> PoolMetrics.bind(database, registry));
    }

    @Bean
    BacklogMeters backlogMeters(ObjectProvider<Backlog> backlogs, MeterRegistry meters, OperationsSettings settings) {
        return new BacklogMeters(backlogs.orderedStream().toList(), meters, settings.countEvery());
    }

    @Bean
    RouteBuilder statusRoutes(Watch watch, CircuitBreakerRegistry breakers, OperationsSettings settings) {
        return new StatusRoutes(new Degradation(watch, breakers, settings.words()));
    }

    @Bean
    SpanFilter cardlessSpans() {
        return new CardlessSpans();
    }

    @Bean
    @ConfigurationProperties("camel.routecontroller")
    SourceController routeController() {
        return new SourceController();
    }

    @Bean
    CamelContextConfiguration consoleView() {
        return new ConsoleView();
    }
}
