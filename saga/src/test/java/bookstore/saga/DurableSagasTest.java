package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jmx.export.annotation.AnnotationMBeanExporter;

class DurableSagasTest {

    private final TestDatabase database = new TestDatabase();
    private Instance instance;
    private DurableSagas sagas;

    @BeforeEach
    void start() throws Exception {
        instance = Instance.start(database, new Trips(database));
        sagas = instance.service.sagas();
    }

    @AfterEach
    void stop() {
        instance.close();
        database.close();
    }

    @Test
    void a_saga_is_shown_with_its_steps() {
        var id = begin();

        var saga = sagas.find(id).orElseThrow();

        assertThat(saga.name()).isEqualTo("long-trip");
        assertThat(saga.status()).isEqualTo(SagaStatus.RUNNING);
        assertThat(saga.steps())
                .containsExactly(new Saga.Step(
                        1, "direct://undo-hotel", null, Map.of("guest", "Ann", "nights", "2"), "ENLISTED", 0, null));
        assertThat(sagas.find("unknown")).isEmpty();
    }

    @Test
    void sagas_are_listed_by_status_and_age_those_that_need_attention_first() {
        var first = begin();
        var second = begin();
        instance.send("saga:complete", null, begin());
        database.jdbc
                .sql("update sagas set attention_since = now() where id = ?")
                .param(second)
                .update();

        assertThat(sagas.list(SagaStatus.RUNNING, Duration.ZERO, 9))
                .extracting(Saga::id)
                .containsExactly(second, first);
        assertThat(sagas.needingAttention(Duration.ZERO, 9))
                .extracting(Saga::id)
                .containsExactly(second);
        assertThat(sagas.needingAttention()).isEqualTo(1);
        assertThat(sagas.needingAttention(Duration.ofHours(1), 9)).isEmpty();
        assertThat(sagas.list(null, Duration.ZERO, 9)).hasSize(3);
        assertThat(sagas.list(null, Duration.ZERO, 1)).hasSize(1);
        assertThat(sagas.list(null, Duration.ofHours(1), 9)).isEmpty();
    }

    @Test
    void sagas_are_counted_by_status() {
        begin();
        instance.send("saga:complete", null, begin());

        assertThat(sagas.counts())
                .containsEntry(SagaStatus.RUNNING, 1L)
                .containsEntry(SagaStatus.COMPLETED, 1L)
                .containsEntry(SagaStatus.COMPENSATING, 0L);
    }

    @Test
    void an_operator_undoes_a_saga_that_runs_but_none_that_is_completed() {
        var running = begin();
        var completed = begin();
        instance.send("saga:complete", null, completed);

        sagas.compensate(running, "asked by an operator");

        await().until(() -> instance.status(running) == SagaStatus.COMPENSATED);
        assertThat(sagas.find(running).orElseThrow().reason()).isEqualTo("asked by an operator");
        assertThatThrownBy(() -> sagas.compensate(completed, "too late")).isInstanceOf(SagaEnded.class);
    }

    @Test
    void a_console_sees_sagas_and_helps_them() throws Exception {
        var id = begin();
        var name = new ObjectName("bookstore.saga:type=Sagas,name=test");
        var exporter = new AnnotationMBeanExporter();
        exporter.setServer(ManagementFactory.getPlatformMBeanServer());
        exporter.registerManagedResource(new SagaConsole(sagas), name);
        var console = exporter.getServer();

        assertThat(console.getAttribute(name, "Counts").toString()).contains("RUNNING=1");
        console.invoke(name, "compensate", new Object[] {id}, new String[] {"java.lang.String"});

        await().until(() -> instance.status(id) == SagaStatus.COMPENSATED);
        assertThat(console.invoke(name, "find", new Object[] {id}, new String[] {"java.lang.String"})
                        .toString())
                .contains("asked by an operator");
        exporter.destroy();
    }

    private String begin() {
        var answer = instance.send("direct:long-trip", "Ann");
        return answer.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
    }
}
