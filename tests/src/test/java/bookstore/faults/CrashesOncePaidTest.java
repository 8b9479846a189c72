package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the payment to the end, and what is done by hand afterwards. */
class CrashesOncePaidTest extends CrashTest {

    CrashesOncePaidTest() {
        super(EnumSet.range(CrashPoint.STOCK_RESERVED, CrashPoint.REFUND_NOTED));
    }

    /** It is published and not yet marked: it is published once more, and handled once. */
    @ParameterizedTest
    @MethodSource("passes")
    void a_dead_letter_survives_a_kill(int passes) throws Exception {
        var desk = new DeadLetters(crashing());
        var book = Shelf.created(1);
        var letters =
                IntStream.rangeClosed(0, passes).mapToObj(i -> desk.park()).toList();
        crashing().arm(CrashPoint.DEAD_LETTER_REPLAYED, passes);

        letters.forEach(letter -> desk.tryToReplay(letter, book));

        crashing().falls(CrashPoint.DEAD_LETTER_REPLAYED);
        crashing().startsAgain();
        desk.replays(letters.get(passes), book);
        desk.allAreReplayed(letters);
        crashing().recovers(crashing().crowd("tok_visa", "tok_visa"));
    }

    @ParameterizedTest
    @MethodSource("passes")
    void the_comparison_of_the_books_survives_a_kill(int passes) throws Exception {
        crashing().recovers(crashing().crowd("tok_visa", "tok_visa", "tok_declined"));
        crashing().arm(CrashPoint.BOOKS_HALF_COMPARED, passes);

        for (var tries = 0; tries <= passes; tries++) {
            crashing().tries("/api/admin/reconciliation", "");
        }

        crashing().falls(CrashPoint.BOOKS_HALF_COMPARED);
        crashing().startsAgain();
        assertThat(crashing()
                        .asks("/api/admin/reconciliation", "")
                        .json()
                        .path("open")
                        .asInt(-1))
                .isZero();
    }
}
