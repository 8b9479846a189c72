package bookstore.faults;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the shop is killed, what it has accepted ends, and all books agree. */
@Tag("all-books")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashTest {

    /** {@code -Dcrash.times}: how often at each point, each time a pass later. */
    private static final int TIMES = Integer.getInteger("crash.times", 1);

    /** {@code -Dcrash.points}: those whose names match, to look at one. */
    private static final String POINTS = System.getProperty("crash.points", ".*");

    private final Set<CrashPoint> points;
    private CrashingShop crashing;

    /** @param points that a crowd of buyers meets */
    CrashTest(Set<CrashPoint> points) {
        this.points = points;
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        crashing = new CrashingShop(directory);
    }

    @AfterAll
    void close() {
        if (crashing != null) {
            crashing.close();
        }
    }

    /** Of which the test before may have left nothing. */
    @BeforeEach
    void run() throws Exception {
        crashing.startsAgain();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void orders_survive_a_kill(CrashPoint point, int passes) throws Exception {
        var crowd = crashing.crowd(Crowd.ALL_WAYS);
        crashing.arm(point, passes);

        crowd.orders();

        crashing.falls(point);
        crashing.startsAgain();
        crashing.recovers(crowd);
    }

    Stream<Arguments> kills() {
        return points.stream().filter(point -> point.name().matches(POINTS)).flatMap(point -> passes().mapToObj(
                        passes -> Arguments.of(point, passes)));
    }

    IntStream passes() {
        return IntStream.range(0, TIMES);
    }

    CrashingShop crashing() {
        return crashing;
    }
}
