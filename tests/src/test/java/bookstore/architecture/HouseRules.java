package bookstore.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Every rule about compiled code, by what it is run over. */
final class HouseRules {

    /** Over what runs in production. */
    static final List<HouseRule> OF_MAIN = Stream.of(DomainRules.ALL, CamelRules.ALL, WiringRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Over the tests too. */
    static final List<HouseRule> OF_ALL = HabitRules.ALL;

    private HouseRules() {}

    static Stream<HouseRule> all() {
        return Stream.concat(OF_MAIN.stream(), OF_ALL.stream());
    }
}
