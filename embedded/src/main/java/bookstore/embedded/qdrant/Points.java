package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The points of a collection in memory. A point has a slot, and its vector the slot of the same number; the last one
 * moves into the slot of one that goes, so that there are no gaps.
 */
final class Points {

    private final Vectors vectors;
    private final List<Point> bySlot = new ArrayList<>();
    private final TreeMap<Id, Integer> slots = new TreeMap<>();
    private long bytes;

    Points(Vectors vectors) {
        this.vectors = vectors;
    }

    Vectors vectors() {
        return vectors;
    }

    int size() {
        return bySlot.size();
    }

    /** What they take in a journal. */
    long bytes() {
        return bytes;
    }

    boolean has(Id id) {
        return slots.containsKey(id);
    }

    @Nullable
    Point find(Id id) {
        Integer slot = slots.get(id);
        return slot == null ? null : bySlot.get(slot);
    }

    Point at(int slot) {
        return bySlot.get(slot);
    }

    float[] vector(Id id) {
        Integer slot = slots.get(id);
        if (slot == null) {
            throw Errors.noPoint(id);
        }
        return vectors.get(slot);
    }

    /** By id, from the given one on. */
    Stream<Point> from(@Nullable Id first) {
        var there = first == null ? slots : slots.tailMap(first, true);
        return there.values().stream().map(bySlot::get);
    }

    /** @param vector prepared for the metric */
    void put(Id id, float[] vector, Map<String, Value> payload, long version) {
        Integer taken = slots.get(id);
        int slot = taken == null ? bySlot.size() : taken;
        vectors.set(slot, vector);
        if (taken == null) {
            bySlot.add(point(id, payload, version));
            slots.put(id, slot);
        } else {
            replace(slot, point(id, payload, version));
        }
    }

    void putPayload(Id id, Map<String, Value> payload, long version) {
        Integer slot = slots.get(id);
        if (slot != null) {
            replace(slot, point(id, payload, version));
        }
    }

    void remove(Id id) {
        Integer slot = slots.remove(id);
        if (slot == null) {
            return;
        }
        bytes -= bySlot.get(slot).bytes();
        int last = bySlot.size() - 1;
        Point moving = bySlot.remove(last);
        if (slot != last) {
            bySlot.set(slot, moving);
            slots.put(moving.id(), slot);
            vectors.move(last, slot);
        }
    }

    private void replace(int slot, Point point) {
        bytes -= bySlot.set(slot, point).bytes();
    }

    private Point point(Id id, Map<String, Value> payload, long version) {
        int size = Changes.size(id, payload, vectors.size());
        bytes += size;
        return new Point(id, payload, version, size);
    }
}
