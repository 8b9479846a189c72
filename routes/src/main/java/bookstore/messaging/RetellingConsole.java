package bookstore.messaging;

import bookstore.shared.Retold;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.jmx.export.naming.SelfNaming;

/**
 * Where a context is asked, from a JMX console such as Hawtio, to tell again what others keep copies of. Batch by batch,
 * each in a transaction of its own, so that nobody waits for it; a copy takes only what is newer than what it has.
 */
@ManagedResource(description = "Tells the others again what they keep copies of, so that a copy can be built anew")
public final class RetellingConsole implements SelfNaming {

    private static final Logger LOG = LoggerFactory.getLogger(RetellingConsole.class);
    private static final int BATCH = 200;

    private final ContextDatabase database;
    private final BiFunction<@Nullable UUID, Integer, Optional<Retold>> next;

    /** @param next tells of the next few things behind an id, null at the start; empty at the end */
    public RetellingConsole(ContextDatabase database, BiFunction<@Nullable UUID, Integer, Optional<Retold>> next) {
        this.database = database;
        this.next = next;
    }

    @ManagedOperation(description = "Tell everything again; answers how many things were told of")
    public int tellAgain() {
        var count = 0;
        var told = batch(null);
        while (told.isPresent()) {
            count += told.get().count();
            told = batch(told.get().last());
        }
        LOG.info("Told again context={} things={}", database.context(), count);
        return count;
    }

    private Optional<Retold> batch(@Nullable UUID last) {
        return database.transaction().execute(status -> next.apply(last, BATCH));
    }

    @Override
    public ObjectName getObjectName() throws MalformedObjectNameException {
        return new ObjectName("bookstore:type=Retelling,context=" + database.context());
    }
}
