package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the shop is killed, what it has accepted ends, and all books agree. */
@Tag("all-books")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsTest {

    /** {@code -Dcrash.times}: how often at each point, each time a pass later. */
    private static final int TIMES = Integer.getInteger("crash.times", 1);

    /** {@code -Dcrash.points}: those whose names match, to look at one. */
    private static final String POINTS = System.getProperty("crash.points", ".*");

    private CrashingShop crashing;

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
    @EnumSource(CrashPoint.class)
    void the_code_has_every_point(CrashPoint point) throws ClassNotFoundException {
        assertThat(Class.forName(point.type()).getDeclaredMethods())
                .extracting("name")
                .contains(point.method());
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

    @ParameterizedTest
    @MethodSource("passes")
    void orders_that_have_waited_too_long_survive_a_kill(int passes) throws Exception {
        var crowd = crashing.crowd("tok_timeout", "tok_timeout", "tok_timeout");
        crowd.insists();
        crashing.arm(CrashPoint.EXPIRED_SAGA_CLAIMED, passes);

        assertThat(crashing.letTimePass()).isEqualTo(3);

        crashing.falls(CrashPoint.EXPIRED_SAGA_CLAIMED);
        crashing.startsAgain();
        crashing.recovers(crowd);
    }

    /** It is published and not yet marked: it is published once more, and handled once. */
    @ParameterizedTest
    @MethodSource("passes")
    void a_dead_letter_survives_a_kill(int passes) throws Exception {
        var desk = new DeadLetters(crashing);
        var book = Shelf.created(1);
        var letters =
                IntStream.rangeClosed(0, passes).mapToObj(i -> desk.park()).toList();
        crashing.arm(CrashPoint.DEAD_LETTER_REPLAYED, passes);

        letters.forEach(letter -> desk.tryToReplay(letter, book));

        crashing.falls(CrashPoint.DEAD_LETTER_REPLAYED);
        crashing.startsAgain();
        desk.replays(letters.get(passes), book);
        desk.allAreReplayed(letters);
        crashing.recovers(crashing.crowd("tok_visa", "tok_visa"));
    }

    @ParameterizedTest
    @MethodSource("passes")
    void the_comparison_of_the_books_survives_a_kill(int passes) throws Exception {
        crashing.recovers(crashing.crowd("tok_visa", "tok_visa", "tok_declined"));
        crashing.arm(CrashPoint.BOOKS_HALF_COMPARED, passes);

        for (var tries = 0; tries <= passes; tries++) {
            crashing.tries("/api/admin/reconciliation", "");
        }

        crashing.falls(CrashPoint.BOOKS_HALF_COMPARED);
        crashing.startsAgain();
        assertThat(crashing.asks("/api/admin/reconciliation", "")
                        .json()
                        .path("open")
                        .asInt(-1))
                .isZero();
    }

    static IntStream passes() {
        return IntStream.range(0, TIMES);
    }

    static Stream<Arguments> kills() {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.name().matches(POINTS))
                .filter(point -> point.ordinal() < CrashPoint.EXPIRED_SAGA_CLAIMED.ordinal())
                .flatMap(point -> IntStream.range(0, TIMES).mapToObj(passes -> Arguments.of(point, passes)));
    }
}
