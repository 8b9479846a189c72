package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaRetryTest {

    private final TestDatabase database = new TestDatabase();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_step_that_fails_is_called_again_until_it_succeeds_and_earlier_steps_wait() throws Exception {
        Processor undo = exchange -> {
            database.note("undo second");
            failUntil(3);
        };

        try (var instance = compensating(undo)) {
            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
        assertThat(calls).hasValue(3);
        assertThat(database.notes())
                .as("what a failed call wrote is rolled back")
                .containsExactly("undo second", "undo first");
    }

    @Test
    void a_step_that_goes_on_failing_asks_for_attention_and_is_still_retried() throws Exception {
        try (var instance = compensating(exchange -> failUntil(6))) {
            await().untilAsserted(() ->
                    assertThat(instance.service.sagas().needingAttention()).isOne());
            assertThat(instance.saga().attentionSince()).isNotNull();
            assertThat(instance.saga().steps().get(1).lastError()).isEqualTo("IllegalStateException: not yet");

            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
            assertThat(instance.service.sagas().needingAttention()).isZero();
        }
    }

    @Test
    void a_pending_step_is_neither_done_nor_failed_and_what_it_began_is_kept() throws Exception {
        try (var instance = compensating(exchange -> awaitRefund(2))) {
            await().until(() -> instance.saga().steps().get(1).status().equals("PENDING"));

            assertThat(instance.saga().steps().get(1).attempts()).isZero();
            assertThat(instance.saga().attentionSince()).isNull();
            assertThat(instance.saga().dueAt()).isAfter(Instant.now().plus(Duration.ofMinutes(4)));
            assertThat(database.notes()).containsExactly("refund asked for");
        }
    }

    @Test
    void a_pending_step_is_asked_again_at_once_when_its_owner_wakes_the_saga() throws Exception {
        try (var instance = compensating(exchange -> awaitRefund(2))) {
            await().until(() -> instance.saga().steps().get(1).status().equals("PENDING"));

            instance.service.sagas().wake(instance.saga().id());

            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
        assertThat(database.notes()).containsExactly("refund asked for", "refunded", "undo first");
    }

    @Test
    void a_wake_up_call_that_comes_while_the_step_is_being_asked_is_not_lost() throws Exception {
        var sagas = new DurableSagaService(database.pool, database.transactionManager, Instance.quick()).sagas();
        Processor undo = exchange -> {
            var id = exchange.getMessage().getHeader("Long-Running-Action", String.class);
            if (calls.get() == 0) {
                CompletableFuture.runAsync(() -> sagas.wake(id)).join();
            }
            awaitRefund(2);
        };

        try (var instance = compensating(undo)) {
            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
    }

    @Test
    void a_pending_step_whose_beginning_was_rolled_back_counts_as_failed() throws Exception {
        Processor undo = exchange -> database.transaction.executeWithoutResult(status -> awaitRefund(2));

        try (var instance = compensating(undo)) {
            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
        assertThat(database.notes()).containsExactly("refunded", "undo first");
    }

    @Test
    void an_operator_may_retry_what_waits_but_not_what_has_ended() throws Exception {
        try (var instance = compensating(exchange -> awaitRefund(2))) {
            await().until(() -> instance.saga().steps().get(1).status().equals("PENDING"));
            var sagas = instance.service.sagas();
            var id = instance.saga().id();

            sagas.retry(id);

            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
            assertThatThrownBy(() -> sagas.retry(id)).isInstanceOf(SagaEnded.class);
            assertThatThrownBy(() -> sagas.retry("unknown")).isInstanceOf(UnknownSaga.class);
        }
    }

    @Test
    void what_needs_attention_is_seen_and_retried_from_a_console() throws Exception {
        var patient = new SagaSettings(
                Duration.ofMillis(50),
                1,
                Duration.ofMinutes(1),
                1,
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1));
        try (var instance = Instance.idle(database, patient, routes(exchange -> failUntil(2)))) {
            instance.service.recovery().start();
            instance.send("direct:first", null);
            var console = new SagaConsole(instance.service.sagas());
            await().until(() -> console.getNeedingAttention() == 1);
            assertThat(console.list("COMPENSATING")).singleElement(STRING).contains("not yet");

            console.retry(instance.saga().id());

            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
            assertThat(console.getNeedingAttention()).isZero();
        }
    }

    private void failUntil(int call) {
        if (calls.incrementAndGet() < call) {
            throw new IllegalStateException("not yet");
        }
    }

    private void awaitRefund(int call) {
        if (calls.incrementAndGet() < call) {
            database.note("refund asked for");
            throw new StepPending("refund");
        }
        database.note("refunded");
    }

    /** A saga of two steps whose second is undone by the given processor, and that is being undone. */
    private Instance compensating(Processor undoSecond) throws Exception {
        var instance = Instance.start(database, routes(undoSecond));
        instance.send("direct:first", null);
        return instance;
    }

    private SagaRoutes routes(Processor undoSecond) {
        return new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:first").saga().compensation("direct:undo-first").to("direct:second");
                from("direct:second")
                        .saga()
                        .compensation("direct:undo-second")
                        .throwException(new IllegalStateException("no"));
                from("direct:undo-first").process(exchange -> database.note("undo first"));
                from("direct:undo-second").process(undoSecond);
            }
        };
    }
}
