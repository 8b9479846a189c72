package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SagaTransactionTest {

    private final TestDatabase database = new TestDatabase();
    private Instance instance;

    @BeforeEach
    void start() throws Exception {
        instance = Instance.idle(database, Instance.neverPolling(), new Trips(database));
        instance.service.recovery().start();
    }

    @AfterEach
    void stop() {
        instance.close();
        database.close();
    }

    @Test
    void a_saga_and_its_steps_roll_back_with_the_caller() {
        database.transaction.executeWithoutResult(status -> {
            begin();
            status.setRollbackOnly();
        });

        assertThat(instance.service.sagas().list(null, Duration.ZERO, 9)).isEmpty();
        assertThat(database.notes()).isEmpty();
    }

    @Test
    void a_step_of_a_later_transaction_rolls_back_alone() {
        var id = begin();

        database.transaction.executeWithoutResult(status -> {
            instance.send("direct:flight", "Ann", id);
            status.setRollbackOnly();
        });

        assertThat(instance.saga().steps()).hasSize(1);
    }

    @Test
    void a_decision_rolls_back_with_the_caller() {
        var id = begin();

        database.transaction.executeWithoutResult(status -> {
            instance.send("saga:compensate", null, id);
            assertThat(instance.status(id)).isEqualTo(SagaStatus.COMPENSATING);
            status.setRollbackOnly();
        });

        assertThat(instance.status(id)).isEqualTo(SagaStatus.RUNNING);
    }

    @Test
    void undoing_begins_with_the_commit_without_waiting_for_the_poll() {
        var id = begin();

        database.transaction.executeWithoutResult(status -> {
            instance.send("saga:compensate", null, id);
            assertThat(database.notes()).containsExactly("hotel");
        });

        await().untilAsserted(() -> assertThat(instance.status(id)).isEqualTo(SagaStatus.COMPENSATED));
    }

    @Test
    void a_refusal_leaves_the_callers_transaction_alone() {
        var id = begin();
        instance.send("saga:complete", null, id);

        database.transaction.executeWithoutResult(status -> {
            var refused = instance.send("saga:compensate", null, id);
            assertThat(refused.getException()).isNotNull();
            var late = instance.send("direct:hotel", "late", id);
            assertThat(late.getException()).isInstanceOf(SagaEnded.class);
            var unknown = instance.send("direct:hotel", "lost", "unknown");
            assertThat(unknown.getException()).isInstanceOf(UnknownSaga.class);
            database.note("answered");
        });

        assertThat(database.notes()).containsExactly("hotel", "answered");
    }

    @Test
    void a_step_that_is_being_committed_while_the_saga_is_completed_is_not_forgotten() {
        var id = begin();

        var completing = database.transaction.execute(status -> {
            instance.send("direct:flight", "Ann", id);
            var other = CompletableFuture.supplyAsync(() -> instance.send("saga:complete", null, id));
            await().pollInSameThread().until(this::somebodyWaitsForALock);
            return other;
        });

        assertThat(completing.join().getException()).isNull();
        await().untilAsserted(() -> assertThat(instance.status(id)).isEqualTo(SagaStatus.COMPLETED));
        assertThat(database.notes()).containsExactly("hotel", "flight", "confirm flight");
    }

    @Test
    void the_failure_of_the_saga_travels_with_the_failure_to_end_it() {
        var exchange = instance.camel.getEndpoint("direct:trip").createExchange();
        exchange.setException(new IllegalStateException("no flight"));
        var saga = new DurableSagaCoordinator("gone", new SagaLog(database.jdbc, database.transaction, new Bell()));

        var answer = saga.compensate(exchange);

        assertThat(answer).isCompletedExceptionally();
        assertThat(answer.handle((done, failure) -> failure).join())
                .isInstanceOf(UnknownSaga.class)
                .hasSuppressedException(exchange.getException());
    }

    private String begin() {
        var answer = instance.send("direct:long-trip", "Ann");
        assertThat(answer.getException()).isNull();
        return answer.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
    }

    /** To be asked by the one who holds the lock. */
    private boolean somebodyWaitsForALock() {
        return database.jdbc
                .sql(
                        "select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock' and ? = any(pg_blocking_pids(pid)))")
                .param(database.jdbc
                        .sql("select pg_backend_pid()")
                        .query(Integer.class)
                        .single())
                .query(Boolean.class)
                .single();
    }
}
