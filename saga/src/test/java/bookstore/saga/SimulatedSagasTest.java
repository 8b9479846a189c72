package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.simulation.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The saga service that is simulated does what the one on PostgreSQL does, with workers that come and go and come back. */
class SimulatedSagasTest {

    private static final int COURSES = 40;
    private static final int STEPS = 30;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> seen = new ArrayList<>();
    private final TestDatabase database = new TestDatabase();
    private final SagaLog log = new SagaLog(database.jdbc, database.transaction, new Bell());
    private final SagaWork work = new SagaWork(database.jdbc, database.transaction, settings());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_saga_fares_the_same_in_the_simulation_and_on_postgres() {
        for (var seed = 1; seed <= COURSES; seed++) {
            new Course(seed).run();
        }
        assertThat(seen).anyMatch(answer -> answer.startsWith("lost")).anyMatch(answer -> answer.startsWith("kept"));
    }

    /** Nothing becomes due by itself while a course runs. */
    private static SagaSettings settings() {
        return new SagaSettings(LONG, 2, LONG, 3, LONG, LONG, LONG, LONG, LONG);
    }

    /** Two workers, each with the claim that it got last, and callers. */
    private final class Course {

        private final Random chance;
        private final String id;
        private final Database memory = new Database();
        private final SimulatedSagas simulated = new SimulatedSagas(memory);
        private final List<Optional<Claim>> claims = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
        private final List<Optional<SimulatedSagas.Held>> held =
                new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
        private long now;

        Course(long seed) {
            chance = new Random(seed);
            id = "saga-" + seed;
            log.begin(id, id, Map.of(), LONG);
            log.enlist(id, new Enlistment("direct:undo", null, Map.of(), null));
            memory.transaction(() -> {
                simulated.begin(id, 60);
                simulated.enlist(id, "direct:undo");
            });
        }

        void run() {
            for (var step = 0; step < STEPS; step++) {
                var what = chance.nextInt(12);
                var who = chance.nextInt(2);
                seen.add(real(what, who));
                assertThat(seen.get(seen.size() - 1))
                        .as("%s, %d", id, what)
                        .isEqualTo(memory.transaction(() -> simulated(what, who)));
                assertThat(log.status(id)).as("%s, %d", id, what).contains(simulated.status(id));
            }
            database.jdbc.sql("delete from sagas").update();
        }

        private String real(int what, int who) {
            return switch (what) {
                case 0 ->
                    kept(log.enlist(id, new Enlistment("direct:undo", null, Map.of(), null))
                            .filter(status -> status == SagaStatus.RUNNING)
                            .isPresent());
                case 2 ->
                    kept(Direction.COMPLETE.leadsTo(
                            log.end(id, Direction.COMPLETE, "").orElseThrow()));
                case 3 ->
                    kept(Direction.COMPENSATE.leadsTo(
                            log.end(id, Direction.COMPENSATE, "").orElseThrow()));
                case 1 -> kept(wake());
                case 4, 5 -> kept(timePasses());
                case 6, 7 -> {
                    claims.set(who, work.claim());
                    yield kept(claims.get(who).isPresent());
                }
                default -> claims.get(who).map(claim -> works(what, claim)).orElse("idle");
            };
        }

        private boolean wake() {
            log.wake(id);
            return true;
        }

        private boolean timePasses() {
            database.jdbc
                    .sql("update sagas set due_at = now() - interval '1s',"
                            + " leased_until = case when leased_until is null then null else now() - interval '1s' end")
                    .update();
            return true;
        }

        private String works(int what, Claim claim) {
            var turn = work.next(claim);
            try {
                if (turn.isEmpty()) {
                    work.finish(claim);
                } else if (what == 11) {
                    work.failed(claim, turn.get(), "no");
                } else {
                    database.transaction.executeWithoutResult(status -> work.done(claim, turn.get()));
                }
                return "kept " + turn.map(SagaState.Turn::seq);
            } catch (LeaseLost e) {
                return "lost " + turn.map(SagaState.Turn::seq);
            }
        }

        private String simulated(int what, int who) {
            return switch (what) {
                case 0 -> kept(simulated.enlist(id, "direct:undo"));
                case 2 -> kept(simulated.complete(id, now));
                case 3 -> kept(simulated.compensate(id, "", now));
                case 1 -> {
                    simulated.wake(id, now);
                    yield kept(true);
                }
                case 4, 5 -> {
                    now += 1000;
                    yield kept(true);
                }
                case 6, 7 -> {
                    held.set(who, simulated.claim(now));
                    yield kept(held.get(who).isPresent());
                }
                default ->
                    held.get(who).map(claim -> simulatedWork(what, claim)).orElse("idle");
            };
        }

        private String simulatedWork(int what, SimulatedSagas.Held claim) {
            var turn = simulated.turn(claim);
            boolean kept;
            if (turn.isEmpty()) {
                kept = simulated.finish(claim);
            } else {
                kept = what == 11 ? simulated.failed(claim, now) : simulated.done(claim, turn.get(), now);
            }
            return (kept ? "kept " : "lost ") + turn.map(SimulatedSagas.Turn::seq);
        }

        private static String kept(boolean kept) {
            return kept ? "yes" : "no";
        }
    }
}
