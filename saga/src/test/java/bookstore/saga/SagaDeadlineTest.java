package bookstore.saga;

import static org.apache.camel.model.SagaCompletionMode.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaDeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void after_a_crash_in_the_middle_of_a_saga_its_deadline_undoes_it() throws Exception {
        try (var crashed = Instance.idle(database, Instance.settings(SHORT, SHORT), new Trips(database))) {
            crashed.send("direct:long-trip", "Ann");
        }

        try (var instance = Instance.start(database, new Trips(database))) {
            becomes(instance, SagaStatus.COMPENSATED);
            assertThat(instance.saga().reason()).isEqualTo("timeout");
        }
        assertThat(database.notes()).containsExactly("hotel", "undo hotel Ann 2 false null");
    }

    @Test
    void who_comes_after_the_deadline_is_refused() throws Exception {
        try (var instance = Instance.idle(database, Instance.settings(SHORT, SHORT), new Trips(database))) {
            instance.service.recovery().start();
            var begun = instance.send("direct:long-trip", "Ann");
            becomes(instance, SagaStatus.COMPENSATED);

            var id = begun.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
            var answer = instance.send("saga:complete", null, id);

            assertThat(answer.getException()).hasRootCauseInstanceOf(SagaEnded.class);
        }
    }

    @Test
    void the_earliest_time_out_of_a_step_is_the_deadline_and_replaces_the_default() throws Exception {
        var routes = new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:slow").saga().completionMode(MANUAL).timeout("2h").to("direct:slower");
                from("direct:slower").saga().timeout("3h").to("direct:fast");
                from("direct:fast").saga().timeout("1h").setBody(constant("fast"));
            }
        };

        try (var instance = Instance.idle(database, Instance.quick(), routes)) {
            instance.send("direct:slow", "Ann");

            assertThat(instance.saga().deadline())
                    .isCloseTo(Instant.now().plus(1, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
        }
    }

    private static void becomes(Instance instance, SagaStatus status) {
        await().untilAsserted(() -> assertThat(instance.saga().status()).isEqualTo(status));
    }
}
