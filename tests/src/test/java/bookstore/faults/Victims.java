package bookstore.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills one part after the other, at moments that a seed decides. */
final class Victims {

    /** What can be killed. */
    enum Part {
        ORDERING,
        FINANCE,
        BROKER,
        DATABASE
    }

    /** The services are killed twice as often as the servers. */
    private static final Part[] LOTS = {
        Part.ORDERING, Part.ORDERING, Part.FINANCE, Part.FINANCE, Part.BROKER, Part.DATABASE
    };

    private static final int LONGEST_PAUSE_MILLIS = 4000;

    private final KillableServers servers;
    private final Keeper ordering;
    private final Keeper finance;
    private final Random random;
    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);

    Victims(KillableServers servers, Keeper ordering, Keeper finance, Random random) {
        this.servers = servers;
        this.ordering = ordering;
        this.finance = finance;
        this.random = random;
    }

    /** Waits a moment, then kills somebody: mostly when all are there, sometimes while one is just starting. */
    void killOne() throws Exception {
        var part = LOTS[random.nextInt(LOTS.length)];
        var whileStarting = random.nextInt(5) == 0;
        if (!whileStarting) {
            ordering.shop();
            finance.shop();
        }
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)).toNanos());
        kill(part);
        kills.merge(part, 1, Integer::sum);
    }

    private void kill(Part part) throws Exception {
        switch (part) {
            case ORDERING -> await().atMost(Duration.ofMinutes(2)).until(ordering::kill);
            case FINANCE -> await().atMost(Duration.ofMinutes(2)).until(finance::kill);
            case BROKER -> {
                servers.killBroker();
                servers.startBroker();
            }
            case DATABASE -> {
                servers.stopPostgres();
                servers.startPostgresAgain();
            }
        }
    }

    int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(Part part) {
        return kills.getOrDefault(part, 0);
    }
}
