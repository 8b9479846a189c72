package bookstore.operations;

import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits in the databases of this process's contexts until somebody takes care of it, and how to count it.
 * A context that has one of its own makes it a bean. Every instance of a service counts the same database, so of
 * several numbers the largest is meant, not the sum.
 *
 * @param meter its name, which begins with {@code bookstore} and the context
 * @param unit such as {@code seconds}; null for a plain number
 * @param description what waits
 * @param counts how to count, by context
 */
public record Backlog(String meter, @Nullable String unit, String description, Map<String, Count> counts) {

    /** Counts in one context. */
    @FunctionalInterface
    public interface Count {

        /** The numbers now, by what they are of; may fail, and may take its time. */
        Map<Tags, ? extends Number> now();
    }

    /** Of which one context has one number. */
    public static Backlog of(String context, String meter, String description, Supplier<? extends Number> count) {
        return new Backlog(meter, null, description, Map.of(context, () -> Map.of(Tags.empty(), count.get())));
    }
}
