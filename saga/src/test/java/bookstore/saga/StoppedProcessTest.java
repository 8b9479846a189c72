package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes with the same sagas, one of which is stopped (SIGSTOP) for longer than its lease and then continued. */
class StoppedProcessTest {

    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void prepare() {
        database.jdbc.sql("create table signals (what text)").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_process_that_was_stopped_beyond_its_lease_changes_nothing_that_it_no_longer_owns() throws Exception {
        stopAndGoOn(() -> {});

        assertThat(database.notes()).containsExactly("undone by its heir");
    }

    /** As if the fence did not rise with each claim; so that the test above is known to see something. */
    @Test
    void without_a_fence_it_would_undo_a_second_time() throws Exception {
        stopAndGoOn(() -> database.jdbc.sql("update sagas set fence = 1").update());

        assertThat(database.notes()).containsExactlyInAnyOrder("undone by the stopped one", "undone by its heir");
    }

    private void stopAndGoOn(Runnable meanwhile) throws Exception {
        var routes = StoppedProcess.routes(database, () -> database.note("undone by its heir"));
        try (var zombie = StoppedProcess.start(database);
                var heir = Instance.idle(
                        database, Instance.settings(StoppedProcess.LEASE, Duration.ofMinutes(2)), routes)) {
            heir.send("direct:job", null);
            zombie.awaits("undoing");
            zombie.stop();

            heir.service.recovery().start();
            await().atMost(Duration.ofMinutes(1)).until(() -> heir.saga().status() == SagaStatus.COMPENSATED);
            meanwhile.run();
            zombie.goesOn();
            zombie.awaits("undone");

            assertThat(zombie.ends()).isZero();
            assertThat(heir.saga().status()).isEqualTo(SagaStatus.COMPENSATED);
            assertThat(heir.saga().steps()).extracting(Saga.Step::status).containsExactly("DONE");
        }
    }
}
