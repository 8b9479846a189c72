package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same random script against the embedded broker and a real RabbitMQ, which must answer alike at every step. */
class DifferentialFuzzRealBrokerIT {

    private static final int STEPS = 120;

    @ParameterizedTest
    @MethodSource("seeds")
    void both_brokers_answer_alike(long seed) throws Exception {
        String real = Brokers.real()
                .orElseThrow(() -> new AssertionError(
                        "Set RABBITMQ_URL, as in amqp://guest:guest@localhost:5672; there is nothing to compare with"));
        List<String> told = new ArrayList<>();
        try (var embedded = new FuzzTarget(Brokers.embedded(), seed);
                var rabbit = new FuzzTarget(real, seed)) {
            for (FuzzStep step : new FuzzScript(seed).steps(STEPS)) {
                String expected = step.action().on(rabbit) + " " + rabbit.counts();
                told.add(step.what() + " -> " + expected);

                String actual = step.action().on(embedded) + " " + embedded.counts();

                assertThat(actual)
                        .as("seed %d: %s", seed, String.join("\n", told))
                        .isEqualTo(expected);
            }
        }
    }

    static List<Long> seeds() {
        long first = Long.getLong("fuzz.seed", 1);
        return java.util.stream.LongStream.range(first, first + Integer.getInteger("fuzz.scripts", 20))
                .boxed()
                .toList();
    }
}
