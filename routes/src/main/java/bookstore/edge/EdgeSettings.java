package bookstore.edge;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the counter behaves.
 *
 * @param contracts folder on the classpath with the contexts' OpenAPI files
 * @param maxBody most bytes of a request's body where the contract says nothing else
 * @param keepAnswers how long the answer to a request with an {@code Idempotency-Key} is kept
 * @param tokenUrl where a token is had, as the contract tells it; relative where the issuer is embedded
 * @param authorizationUrl where a user is sent to log in, likewise
 * @param lanes how much of each class of work is done at once: {@code shop}, {@code checkout}, {@code watch} for
 *     streams that stay open, {@code chat}, {@code admin}, {@code feeds} of books
 */
@ConfigurationProperties("bookstore.edge")
public record EdgeSettings(
        @DefaultValue("openapi") String contracts,
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("24h") Duration keepAnswers,
        @DefaultValue("/oauth2/token") String tokenUrl,
        @DefaultValue("/oauth2/authorize") String authorizationUrl,
        @DefaultValue Map<String, Lane> lanes) {

    /**
     * A bulkhead (Nygard, Release It).
     *
     * @param threads requests that are worked on at once, 1 to 1000
     * @param queue requests that may wait besides, 0 to 10000; more are answered 503
     */
    public record Lane(@DefaultValue("32") int threads, @DefaultValue("128") int queue) {}

    Lane lane(String name) {
        return lanes.getOrDefault(name, new Lane(32, 128));
    }
}
