package bookstore.finance.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.finance.EndedOrders;
import bookstore.finance.OtherBooks;
import bookstore.finance.Payments;
import bookstore.finance.ProviderBook;
import bookstore.finance.ProviderNotices;
import bookstore.finance.Reconciliation;
import bookstore.finance.postgres.FinancePostgres;
import bookstore.finance.simulator.SimulatedBook;
import bookstore.finance.simulator.SimulatedNotices;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.finance.stripe.StripeEvents;
import bookstore.finance.stripe.StripeReplies;
import bookstore.finance.stripe.StripeSettings;
import bookstore.finance.stripe.StripeTalk;
import bookstore.finance.stripe.WebhookSettings;
import bookstore.finance.stripe.WebhookSignature;
import bookstore.operations.Backlog;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the finance service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("finance")
@Import(FinancePostgres.class)
public class FinanceService {

    @Bean
    SimulatedProvider paymentSimulator(
            @Qualifier("financeDatabase") ContextDatabase database, SimulatorSettings settings) {
        return new SimulatedProvider(database, settings);
    }

    /** Of a provider whose book cannot be read here, nothing is said; an empty one would say that all is missing. */
    @Bean
    @ConditionalOnProperty(
            name = "bookstore.finance.provider",
            havingValue = "payment-simulator-action",
            matchIfMissing = true)
    ProviderBook simulatedBook(@Qualifier("financeDatabase") ContextDatabase database) {
        return new SimulatedBook(database);
    }

    @Bean
    OtherBooks otherBooks(ObjectProvider<ProducerTemplate> camel) {
        return new AskedBooks(camel::getObject);
    }

    @Bean
    RouteBuilder financeQuestionRoutes() {
        return new FinanceQuestionRoutes();
    }

    @Bean
    RouteBuilder financeListenerRoutes(Payments payments, EndedOrders endedOrders) {
        return new FinanceListenerRoutes(payments, endedOrders);
    }

    @Bean
    RouteBuilder chargeRoutes(Payments payments) {
        return new ChargeRoutes(payments);
    }

    @Bean
    StripeTalk stripeTalk(ObjectMapper json, Clock clock, StripeSettings settings) {
        return new StripeTalk(new StripeReplies(json), clock, settings.searchable());
    }

    @Bean
    RouteBuilder providerRoutes(Payments payments, FinanceSettings settings, StripeSettings stripe) {
        return new ProviderRoutes(payments, settings.endpoint(stripe), settings.resumeAfter());
    }

    @Bean
    WebhookSignature webhookSignature(WebhookSettings settings, Clock clock) {
        return new WebhookSignature(settings, clock);
    }

    @Bean
    RouteBuilder noticeRoutes(
            WebhookSignature signature, ProviderNotices notices, MeterRegistry meters, ObjectMapper mapper, Json json) {
        return new NoticeRoutes(new NoticeDesk(signature, new StripeEvents(mapper), notices, meters, json));
    }

    @Bean
    @ConditionalOnExpression("!'${bookstore.finance.simulator.tell:}'.isEmpty()")
    RouteBuilder simulatorRoutes(
            @Qualifier("financeDatabase") ContextDatabase database,
            SimulatorSettings settings,
            WebhookSignature signature) {
        return new SimulatorRoutes(new SimulatedNotices(database, settings), signature);
    }

    @Bean
    RouteBuilder reconciliationRoutes(Reconciliation reconciliation) {
        return new ReconciliationRoutes(reconciliation);
    }

    @Bean
    Backlog refundsDue(Payments payments, FinanceSettings settings) {
        return Backlog.of(
                "finance",
                "bookstore.finance.refunds.undone",
                "Refunds that have been asked for too often in vain",
                () -> payments.refundsDue(settings.attemptsUntilAttention()));
    }

    @Bean
    Backlog openFindings(Reconciliation reconciliation) {
        Backlog.Count count = () -> reconciliation.open().entrySet().stream()
                .collect(Collectors.toMap(open -> Tags.of("kind", open.getKey().name()), Map.Entry::getValue));
        return new Backlog(
                "bookstore.finance.reconciliation.findings", null, "Books that do not agree", Map.of("finance", count));
    }

    @Bean
    RouteBuilder financeHttpRoutes(Reconciliation reconciliation, Json json) {
        return new FinanceHttpRoutes(reconciliation, json);
    }
}
