package bookstore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the code that was written to break it. */
class ArchitectureRulesCanFailTest {

    static Stream<HouseRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_finds_its_counter_example(HouseRule house) {
        var result = house.rule().evaluate(Code.WRONG);

        assertThat(result.getFailureReport().getDetails())
                .as(house.name())
                .anyMatch(violation -> violation.contains(house.brokenBy()));
    }
}
