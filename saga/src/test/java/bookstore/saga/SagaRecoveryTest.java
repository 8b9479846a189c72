package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SagaRecoveryTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_begun_before_a_crash_is_undone_after_it() throws Exception {
        try (var crashed = Instance.idle(database, Instance.quick(), new Trips(database))) {
            crashed.send("direct:trip", "no flight");
            assertThat(crashed.saga().status()).isEqualTo(SagaStatus.COMPENSATING);
        }

        try (var instance = Instance.start(database, new Trips(database))) {
            becomes(instance, SagaStatus.COMPENSATED);
        }
        assertThat(database.notes()).containsExactly("hotel", "undo flight", "undo hotel no flight 2 false null");
    }

    @Test
    void after_a_crash_between_two_undo_steps_only_the_second_is_called() throws Exception {
        try (var crashed = Instance.idle(database, Instance.quick(), new Trips(database))) {
            crashed.send("direct:trip", "no flight");
            var work = work(SHORT);
            var claim = work.claim().orElseThrow();
            work.done(claim, work.next(claim).orElseThrow());
        }

        try (var instance = Instance.start(database, new Trips(database))) {
            becomes(instance, SagaStatus.COMPENSATED);
        }
        assertThat(database.notes()).containsExactly("hotel", "undo hotel no flight 2 false null");
    }

    @Test
    void nothing_is_called_and_nothing_counted_as_failed_before_camel_has_started() throws Exception {
        try (var crashed = Instance.idle(database, Instance.quick(), new Trips(database))) {
            crashed.send("direct:trip", "no flight");
        }

        try (var instance = Instance.notStarted(database, Instance.quick(), new Trips(database))) {
            instance.service.recovery().start();
            await().during(SHORT).until(() -> instance.saga().steps().stream().noneMatch(step -> step.attempts() > 0));
            instance.camel.start();
            becomes(instance, SagaStatus.COMPENSATED);
        }
    }

    @Test
    void stopping_one_saga_route_leaves_the_service_to_the_others() throws Exception {
        try (var instance = Instance.start(database, new Trips(database))) {
            instance.camel.getRouteController().stopRoute("long-trip");

            instance.send("direct:trip", "no flight");

            becomes(instance, SagaStatus.COMPENSATED);
        }
    }

    @Test
    void an_endpoint_that_no_saga_names_is_not_called_whatever_a_row_says() throws Exception {
        try (var instance = Instance.start(database, new Trips(database))) {
            instance.send("direct:long-trip", "Ann");
            database.jdbc
                    .sql("update saga_steps set compensation_uri = 'direct://flight'")
                    .update();

            instance.service.sagas().compensate(instance.saga().id(), "test");

            await().untilAsserted(
                            () -> assertThat(instance.saga().steps().get(0).lastError())
                                    .contains("No route of this process names direct://flight"));
        }
        assertThat(database.notes()).containsExactly("hotel");
    }

    @Test
    void ended_sagas_are_removed_when_they_are_old() throws Exception {
        try (var instance = Instance.idle(database, Instance.quick(), new Trips(database))) {
            instance.send("direct:trip", "Ann");
            instance.send("direct:trip", "Bob");
            instance.service.recovery().start();
            await().until(() -> instance.service.sagas().counts().get(SagaStatus.COMPLETED) == 2);
            var id =
                    instance.service.sagas().list(null, Duration.ZERO, 1).get(0).id();
            database.jdbc
                    .sql("update sagas set ended_at = now() - interval '2h' where id = ?")
                    .param(id)
                    .update();

            assertThat(work(SHORT).forget()).isEqualTo(1);

            assertThat(instance.service.sagas().find(id)).isEmpty();
        }
    }

    @Test
    void recovery_itself_removes_what_is_older_than_the_retention() throws Exception {
        try (var instance = Instance.idle(database, Instance.quick(), new Trips(database))) {
            instance.send("direct:long-trip", "Ann");
            var id = instance.saga().id();
            database.jdbc
                    .sql("update sagas set status = 'COMPLETED', ended_at = now() - interval '2h'")
                    .update();

            instance.service.recovery().start();

            await().until(() -> instance.service.sagas().find(id).isEmpty());
        }
    }

    @Test
    void undo_steps_are_logged_and_traced_as_part_of_the_request_that_began_the_saga() throws Exception {
        var routes = new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:job").saga().compensation("direct:undo").throwException(new IllegalStateException("no"));
                from("direct:undo")
                        .process(exchange -> database.note(MDC.get("correlation-id") + " "
                                + exchange.getMessage().getHeader("traceparent")));
            }
        };

        try (var instance = Instance.start(database, routes)) {
            MDC.put("correlation-id", "c-1");
            MDC.put("traceparent", "t-1");
            instance.send("direct:job", null);
            becomes(instance, SagaStatus.COMPENSATED);
        } finally {
            MDC.clear();
        }
        assertThat(database.notes()).containsExactly("c-1 t-1");
    }

    private SagaWork work(Duration lease) {
        return new SagaWork(database.jdbc, database.transaction, Instance.settings(lease, lease));
    }

    private static void becomes(Instance instance, SagaStatus status) {
        await().untilAsserted(() -> assertThat(instance.saga().status()).isEqualTo(status));
    }
}
