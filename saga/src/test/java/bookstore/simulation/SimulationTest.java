package bookstore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ten thousand courses of events, each from a seed of its own. {@code -Dsimulation.seed=…} plays one again and tells all
 * that happens in it, {@code -Dsimulation.schedules=…} plays more.
 */
class SimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 10_000);
    private static final int UNTIL_FOUND = 2_000;

    @Test
    void every_order_ends_once_and_money_books_and_mails_agree() {
        var chosen = Long.getLong("simulation.seed");
        if (chosen != null) {
            play(chosen);
            return;
        }
        var faults = new EnumMap<Fault, Integer>(Fault.class);
        for (var seed = 1L; seed <= SCHEDULES; seed++) {
            var schedule = Schedule.run(seed, Set.of(), false);
            if (!schedule.broken().isEmpty()) {
                play(seed);
            }
            schedule.world.faults.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
        }
        LOG.info("Simulated schedules={} faults={}", SCHEDULES, faults);
        assertThat(faults.keySet()).as("each fault must have happened").containsAll(EnumSet.allOf(Fault.class));
    }

    private static void play(long seed) {
        var schedule = Schedule.run(seed, Set.of(), true);
        LOG.info("Course of events of seed {}:\n{}", seed, String.join("\n", schedule.world.trace));
        assertThat(schedule.broken())
                .as("play it again with -Dsimulation.seed=" + seed)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_defect_is_found(Defect defect) {
        for (var seed = 1; seed <= UNTIL_FOUND; seed++) {
            var broken = Schedule.run(seed, Set.of(defect), false).broken();
            if (!broken.isEmpty()) {
                LOG.info("Found by schedule {}: {}: {}", seed, defect, broken.get(0));
                return;
            }
        }
        fail("%s is not found by %d schedules", defect, UNTIL_FOUND);
    }

    @Test
    void a_seed_gives_the_same_course_of_events_each_time() {
        Map<Fault, Integer> once = Schedule.run(42, Set.of(), true).world.faults;
        var trace = Schedule.run(42, Set.of(), true).world.trace;

        assertThat(Schedule.run(42, Set.of(), true).world.faults).isEqualTo(once);
        assertThat(Schedule.run(42, Set.of(), true).world.trace)
                .isEqualTo(trace)
                .isNotEmpty();
    }
}
