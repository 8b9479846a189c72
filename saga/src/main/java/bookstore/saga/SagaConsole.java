package bookstore.saga;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** Sagas as seen from a JMX console. Make it a bean; Spring's exporter, which Boot switches on, registers it. */
@ManagedResource(
        objectName = "bookstore:type=Sagas",
        description = "Sagas: how many there are, which of them need attention, and how to help them")
public final class SagaConsole {

    private static final int PAGE = 100;

    private final DurableSagas sagas;

    public SagaConsole(DurableSagas sagas) {
        this.sagas = sagas;
    }

    @ManagedAttribute(description = "Sagas by status")
    public Map<String, Long> getCounts() {
        var counts = new TreeMap<String, Long>();
        sagas.counts().forEach((status, count) -> counts.put(status.name(), count));
        return counts;
    }

    @ManagedAttribute(description = "Sagas one of whose steps fails again and again")
    public long getNeedingAttention() {
        return sagas.needingAttention();
    }

    @ManagedOperation(description = "The first hundred sagas of a status, those that need attention first")
    @ManagedOperationParameter(
            name = "status",
            description = "RUNNING, COMPENSATING, COMPLETING, COMPENSATED or COMPLETED")
    public List<String> list(String status) {
        return sagas.list(SagaStatus.valueOf(status), Duration.ZERO, PAGE).stream()
                .map(Saga::toString)
                .toList();
    }

    @ManagedOperation(description = "One saga with its steps")
    @ManagedOperationParameter(name = "id", description = "Id of the saga")
    public String find(String id) {
        return sagas.find(id).map(Saga::toString).orElse("unknown");
    }

    @ManagedOperation(description = "Call the step whose turn it is now")
    @ManagedOperationParameter(name = "id", description = "Id of the saga")
    public void retry(String id) {
        sagas.retry(id);
    }

    @ManagedOperation(description = "Undo a saga that runs")
    @ManagedOperationParameter(name = "id", description = "Id of the saga")
    public void compensate(String id) {
        sagas.compensate(id, "asked by an operator");
    }
}
