package bookstore.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** The desk as seen from a JMX console such as Hawtio. */
@ManagedResource(
        objectName = "bookstore:type=DeadLetters",
        description = "Messages that were given up: how many, why, and what to do about them")
public final class DeadLetterConsole {

    private static final int PAGE = 100;
    private static final String WHO = "jmx";

    private final DeadLetterDesk desk;

    DeadLetterConsole(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @ManagedAttribute(description = "Dead letters that nobody has decided about, by consumer")
    public Map<String, Long> getCounts() {
        return desk.counts();
    }

    @ManagedAttribute(description = "Dead letters that nobody has decided about")
    public long getParked() {
        return desk.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    @ManagedOperation(description = "The latest hundred dead letters of a consumer, without their bodies")
    @ManagedOperationParameter(name = "consumer", description = "A queue, or a context for all of its queues")
    public List<String> list(String consumer) {
        return desk.list(DeadLetterFilter.parked(consumer, null), Optional.empty(), PAGE).stream()
                .map(letter -> letter.id() + " " + letter.consumer() + " " + letter.cause())
                .toList();
    }

    @ManagedOperation(description = "Bring a dead letter back to its consumer as it is")
    @ManagedOperationParameter(name = "id", description = "Id of the dead letter")
    public void replay(String id) {
        desk.replay(UUID.fromString(id), null, WHO);
    }

    @ManagedOperation(description = "Give a dead letter up for good")
    @ManagedOperationParameter(name = "id", description = "Id of the dead letter")
    public void discard(String id) {
        desk.discard(UUID.fromString(id), WHO);
    }
}
