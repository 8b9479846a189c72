package bookstore.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How those who run the shop get in, and what they and the shoppers are told.
 *
 * @param users who may use the management port, by name; where none is named, a run with the embedded issuer has the
 *     demo users {@code integrator} and {@code ops}, and any other has nobody
 * @param words what a shopper notices when a part is away, by the part's or the circuit breaker's name
 * @param watchEvery how often each part is asked whether it is there
 * @param countEvery how often it is counted what waits for somebody, such as dead letters
 */
@ConfigurationProperties("bookstore.operations")
public record OperationsSettings(
        @DefaultValue Map<String, User> users,
        @DefaultValue Map<String, String> words,
        @DefaultValue("5s") Duration watchEvery,
        @DefaultValue("15s") Duration countEvery) {

    /**
     * @param password with the encoder's name in front, such as <code>{bcrypt}$2a$…</code>
     * @param roles {@code integrator} or {@code ops}
     */
    public record User(String password, @DefaultValue("ops") List<String> roles) {

        @Override
        public String toString() {
            return "User[roles=" + roles + "]";
        }
    }
}
