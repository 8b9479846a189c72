package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaLeaseTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_saga_is_claimed_by_one_worker_at_a_time() throws Exception {
        failedTrip();

        assertThat(work(Duration.ofMinutes(1)).claim()).isPresent();
        assertThat(work(Duration.ofMinutes(1)).claim()).isEmpty();
    }

    @Test
    void a_saga_that_somebody_is_taking_on_keeps_nobody_from_the_next() throws Exception {
        failedTrip();
        failedTrip();

        inTransaction(() -> {
            assertThat(work(Duration.ofMinutes(1)).claim()).isPresent();
            var other = CompletableFuture.supplyAsync(work(Duration.ofMinutes(1))::claim);
            assertThat(other.orTimeout(30, TimeUnit.SECONDS).join()).isPresent();
        });
    }

    @Test
    void a_zombie_with_an_old_fence_writes_nothing() throws Exception {
        failedTrip();
        var zombie = work(SHORT);
        var stale = zombie.claim().orElseThrow();
        var step = zombie.next(stale).orElseThrow();
        var heir = await().until(work(SHORT)::claim, Optional::isPresent).orElseThrow();

        assertThat(heir.fence()).isGreaterThan(stale.fence());
        assertThatThrownBy(() -> inTransaction(() -> {
                    database.note("zombie");
                    zombie.done(stale, step);
                }))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> inTransaction(() -> zombie.pending(stale, step, "?")))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> zombie.failed(stale, step, "?")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> zombie.finish(stale)).isInstanceOf(LeaseLost.class);

        assertThat(database.notes()).containsExactly("hotel");
        assertThat(database.jdbc
                        .sql("select distinct status from saga_steps")
                        .query(String.class)
                        .list())
                .containsExactly("ENLISTED");
    }

    @Test
    void a_worker_that_is_overtaken_while_it_undoes_leaves_no_trace() throws Exception {
        var calls = new AtomicInteger();
        var routes = undoing(() -> {
            database.note("undone");
            if (calls.incrementAndGet() == 1) {
                overtake();
            }
        });

        try (var instance = Instance.idle(database, Instance.settings(SHORT, Duration.ofMinutes(1)), routes)) {
            instance.send("direct:job", null);
            instance.service.recovery().start();

            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
        assertThat(calls).hasValue(2);
        assertThat(database.notes()).containsExactly("undone");
    }

    @Test
    void two_instances_share_the_work_and_none_is_done_twice() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (var one = worker("one", seen);
                var two = worker("two", seen)) {
            for (var i = 0; i < 20; i++) {
                one.send("direct:job", null);
            }
            one.service.recovery().start();
            two.service.recovery().start();

            await().until(() -> one.service.sagas().counts().get(SagaStatus.COMPENSATED) == 20);
        }
        assertThat(database.notes()).hasSize(20).contains("one", "two");
    }

    /** Holds on to its first saga until the other instance has one too. */
    private Instance worker(String name, Set<String> seen) throws Exception {
        return Instance.idle(database, Instance.quick(), undoing(() -> {
            seen.add(name);
            await().until(() -> seen.size() == 2);
            database.note(name);
        }));
    }

    private static SagaRoutes undoing(Runnable undo) {
        return new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:job").saga().compensation("direct:undo").throwException(new IllegalStateException("no"));
                from("direct:undo").process(exchange -> undo.run());
            }
        };
    }

    /** From another transaction, as another instance would after the lease. */
    private void overtake() {
        CompletableFuture.runAsync(() ->
                        database.jdbc.sql("update sagas set fence = fence + 1").update())
                .join();
    }

    private void failedTrip() throws Exception {
        try (var instance = Instance.idle(database, Instance.quick(), new Trips(database))) {
            instance.send("direct:trip", "no flight");
        }
    }

    private void inTransaction(Runnable work) {
        database.transaction.executeWithoutResult(status -> work.run());
    }

    private SagaWork work(Duration lease) {
        return new SagaWork(database.jdbc, database.transaction, Instance.settings(lease, Duration.ofMinutes(1)));
    }
}
