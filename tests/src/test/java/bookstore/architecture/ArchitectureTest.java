package bookstore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The compiled code of the shop keeps the rules of the house. */
class ArchitectureTest {

    static final List<HouseRule> OF_MAIN = HouseRules.OF_MAIN;
    static final List<HouseRule> OF_ALL = HouseRules.OF_ALL;

    @ParameterizedTest
    @FieldSource("OF_MAIN")
    void production_code_keeps_the_rule(HouseRule house) {
        house.rule().check(Code.MAIN);
    }

    @ParameterizedTest
    @FieldSource("OF_ALL")
    void all_code_keeps_the_rule(HouseRule house) {
        house.rule().check(Code.ALL);
    }

    @Test
    void every_room_was_read() {
        assertThat(Code.MAIN.contain("bookstore.Bookstore")).isTrue();
        assertThat(Code.MAIN.contain("bookstore.shared.Money")).isTrue();
        assertThat(Code.ALL.contain(ArchitectureTest.class)).isTrue();
    }
}
