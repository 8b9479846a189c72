package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashPointTest {

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void the_code_has_every_point(CrashPoint point) throws ClassNotFoundException {
        assertThat(Class.forName(point.type()).getDeclaredMethods())
                .extracting("name")
                .contains(point.method());
    }
}
