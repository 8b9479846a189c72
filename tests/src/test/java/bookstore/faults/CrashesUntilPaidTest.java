package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the order to its payment. */
class CrashesUntilPaidTest extends CrashTest {

    CrashesUntilPaidTest() {
        super(EnumSet.range(CrashPoint.ORDER_READ, CrashPoint.CHARGE_COMMITTED));
    }

    @ParameterizedTest
    @MethodSource("passes")
    void orders_that_have_waited_too_long_survive_a_kill(int passes) throws Exception {
        var crowd = crashing().crowd("tok_timeout", "tok_timeout", "tok_timeout");
        crowd.insists();
        crashing().arm(CrashPoint.EXPIRED_SAGA_CLAIMED, passes);

        assertThat(crashing().letTimePass()).isEqualTo(3);

        crashing().falls(CrashPoint.EXPIRED_SAGA_CLAIMED);
        crashing().startsAgain();
        crashing().recovers(crowd);
    }
}
