package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SagaOutcomeTest {

    private final TestDatabase database = new TestDatabase();
    private Instance instance;

    @BeforeEach
    void start() throws Exception {
        instance = Instance.start(database, new Trips(database));
    }

    @AfterEach
    void stop() {
        instance.close();
        database.close();
    }

    @Test
    void a_failure_undoes_the_steps_in_reverse_order_with_their_options_and_no_body() {
        var answer = instance.send("direct:trip", "no flight");

        assertThat(answer.getException()).hasMessage("no flight");
        becomes(SagaStatus.COMPENSATED);
        assertThat(database.notes()).containsExactly("hotel", "undo flight", "undo hotel no flight 2 false null");
        assertThat(instance.saga().reason()).isEqualTo("IllegalStateException: no flight");
    }

    @Test
    void a_success_calls_the_completions_only() {
        instance.send("direct:trip", "Ann");

        becomes(SagaStatus.COMPLETED);
        assertThat(database.notes()).containsExactly("hotel", "flight", "confirm flight");
    }

    @Test
    void a_saga_without_completions_is_completed_at_once() {
        instance.service.recovery().stop();
        var id = begin();

        instance.send("saga:complete", null, id);

        assertThat(instance.status(id)).isEqualTo(SagaStatus.COMPLETED);
    }

    @Test
    void a_saga_without_compensations_is_compensated_at_once() {
        instance.service.recovery().stop();
        var exchange = instance.camel.getEndpoint("direct:trip").createExchange();
        var saga = instance.service.newSaga(exchange).join();

        saga.compensate(exchange).join();

        assertThat(instance.status(saga.getId())).isEqualTo(SagaStatus.COMPENSATED);
    }

    @Test
    void a_step_entered_twice_is_undone_twice_each_time_with_its_own_options() {
        var id = begin();
        instance.send("direct:hotel", "Bob", id);

        instance.send("saga:compensate", null, id);

        becomes(SagaStatus.COMPENSATED);
        assertThat(database.notes())
                .containsExactly("hotel", "hotel", "undo hotel Bob 2 false null", "undo hotel Ann 2 false null");
    }

    @Test
    void an_unknown_id_from_outside_neither_joins_nor_begins_a_saga() {
        var joined = instance.send("direct:hotel", "Mallory", "0123456789abcdef");
        var begun = instance.send("direct:trip", "Mallory", "0123456789abcdef");

        assertThat(joined.getException()).isInstanceOf(UnknownSaga.class);
        assertThat(begun.getException()).isInstanceOf(UnknownSaga.class);
        assertThat(instance.service.sagas().list(null, Duration.ZERO, 9)).isEmpty();
        assertThat(database.notes()).isEmpty();
    }

    @Test
    void a_saga_that_is_decided_takes_no_further_step() {
        var id = begin();
        instance.send("saga:complete", null, id);

        var answer = instance.send("direct:flight", "late", id);

        assertThat(answer.getException()).isInstanceOf(SagaEnded.class).hasMessageContaining("COMPLETED");
        assertThat(database.notes()).containsExactly("hotel");
    }

    @Test
    void the_first_decision_stands_and_may_be_repeated() {
        var id = begin();
        instance.send("saga:complete", null, id);

        var again = instance.send("saga:complete", null, id);
        var opposite = instance.send("saga:compensate", null, id);

        assertThat(again.getException()).isNull();
        assertThat(opposite.getException()).hasRootCauseInstanceOf(SagaEnded.class);
        assertThat(instance.status(id)).isEqualTo(SagaStatus.COMPLETED);
    }

    @Test
    void ids_are_long_and_random() {
        assertThat(begin()).matches("[0-9a-f]{32}").isNotEqualTo(begin());
    }

    private String begin() {
        var answer = instance.send("direct:long-trip", "Ann");
        return answer.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
    }

    private void becomes(SagaStatus status) {
        await().untilAsserted(() -> assertThat(instance.saga().status()).isEqualTo(status));
    }
}
