package bookstore.embedded.amqp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages that wait, by priority and age; one that returns finds its old place by itself. */
final class Backlog {

    private record Place(int rank, long order) {}

    private final NavigableMap<Place, Entry> entries =
            new TreeMap<>(Comparator.comparingInt(Place::rank).thenComparingLong(Place::order));
    private final int maxPriority;
    private long bytes;

    Backlog(int maxPriority) {
        this.maxPriority = maxPriority;
    }

    void add(Entry entry) {
        entries.put(place(entry), entry);
        bytes += entry.message().body().length;
    }

    @Nullable
    Entry first() {
        return entries.isEmpty() ? null : entries.firstEntry().getValue();
    }

    Entry removeFirst() {
        Entry entry = entries.pollFirstEntry().getValue();
        bytes -= entry.message().body().length;
        return entry;
    }

    List<Entry> removeAll() {
        var all = new ArrayList<>(entries.values());
        entries.clear();
        bytes = 0;
        return all;
    }

    Collection<Entry> all() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private Place place(Entry entry) {
        int priority = Math.max(0, Math.min(maxPriority, entry.message().priority()));
        return new Place(maxPriority - priority, entry.order());
    }
}
