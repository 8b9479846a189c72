package bookstore.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Chance, time and ids of one schedule, all of it from its seed. */
final class World {

    final Set<Defect> defects;
    final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    final List<String> trace = new ArrayList<>();
    private final Random random;
    private final boolean traced;
    private long lastId;

    /** Seconds since the schedule began. */
    long now;

    /** From here on nothing goes wrong any more, so that everything must come to its end. */
    boolean calm;

    World(long seed, Set<Defect> defects, boolean traced) {
        this.random = new Random(seed);
        this.defects = defects;
        this.traced = traced;
    }

    boolean has(Defect defect) {
        return defects.contains(defect);
    }

    /** Lets something go wrong once in so many times. */
    boolean strikes(Fault fault, int oneIn) {
        return !calm && random.nextInt(oneIn) == 0 && happened(fault);
    }

    boolean happened(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
        trace("  !", fault);
        return true;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** From 0 to n - 1. */
    int below(int n) {
        return random.nextInt(n);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    <T> T oneOf(T[] things) {
        return things[random.nextInt(things.length)];
    }

    long nextId() {
        return ++lastId;
    }

    UUID uuid() {
        return new UUID(0, nextId());
    }

    void trace(String what, Object... more) {
        if (traced) {
            trace.add(now + "s " + what + " " + List.of(more));
        }
    }
}
