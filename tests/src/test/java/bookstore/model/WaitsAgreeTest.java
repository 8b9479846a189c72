package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.finance.ReconciliationSettings;
import bookstore.finance.routes.FinanceSettings;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.finance.stripe.StripeSettings;
import bookstore.messaging.MessagingSettings;
import bookstore.ordering.saga.OrderSagaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** How long the parts wait for one another, as the shop is delivered: nobody gives up what another is still doing. */
class WaitsAgreeTest {

    private final MessagingSettings messaging = bind("bookstore.messaging", MessagingSettings.class);
    private final OrderSagaSettings saga = bind("bookstore.ordering", OrderSagaSettings.class);
    private final FinanceSettings finance = bind("bookstore.finance", FinanceSettings.class);
    private final ReconciliationSettings books = bind("bookstore.finance.reconciliation", ReconciliationSettings.class);

    @Test
    void an_order_waits_longer_than_the_provider_may_take_for_a_charge_and_the_questions_about_it() {
        var stripe = bind("bookstore.finance.stripe", StripeSettings.class).timeout();
        var simulator = bind("bookstore.finance.simulator", SimulatorSettings.class);
        var soon = messaging.retryDelays().get(0).plus(messaging.retryDelays().get(1));

        assertThat(saga.sagaTimeout())
                .isGreaterThan(stripe.multipliedBy(3).plus(soon))
                .isGreaterThan(simulator.timeout().multipliedBy(3).plus(soon))
                .isGreaterThan(simulator.slow());
    }

    @Test
    void the_clock_asks_again_after_the_last_attempt_only() {
        assertThat(finance.resumeAfter()).isGreaterThan(Collections.max(messaging.retryDelays()));
    }

    @Test
    void books_are_compared_when_an_order_has_had_its_time() {
        assertThat(books.grace()).isGreaterThan(saga.sagaTimeout()).isGreaterThan(finance.resumeAfter());
    }

    @Test
    void attempts_are_made_ever_less_often() {
        assertThat(messaging.retryDelays()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }

    @Test
    void a_saga_is_another_workers_only_when_its_step_has_surely_ended() {
        assertThat(saga.saga().lease()).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void the_shop_ends_within_the_time_that_a_container_is_given() throws IOException {
        var sagas = Duration.ofSeconds(20);
        var camel = Duration.ofSeconds(bind("camel.main.shutdown-timeout", Integer.class));
        var web = bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class);

        assertThat(Files.readString(Path.of("docker-compose.yml"))).contains("stop_grace_period: 60s");
        assertThat(sagas.plus(camel).plus(web)).isLessThan(Duration.ofSeconds(60));
    }

    private static <T> T bind(String prefix, Class<T> type) {
        try {
            var environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment).bindOrCreate(prefix, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
