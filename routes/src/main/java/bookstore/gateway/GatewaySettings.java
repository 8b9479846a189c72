package bookstore.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and how much anybody may ask.
 *
 * @param services addresses of each context's instances, such as {@code http://catalog:8080}; none where the services
 *     run in this process
 * @param connectPatience how long an instance may take to let us in
 * @param patience how long an instance may take to answer; longer than the longest wait that the contract offers
 * @param streamPatience longest silence of a stream of events
 * @param limits how much one user, and one address, may ask
 */
@ConfigurationProperties("bookstore.gateway")
public record GatewaySettings(
        @DefaultValue Map<String, List<String>> services,
        @DefaultValue("1s") Duration connectPatience,
        @DefaultValue("35s") Duration patience,
        @DefaultValue("60s") Duration streamPatience,
        @DefaultValue Limits limits) {

    /**
     * @param shared whether all gateways count together, in Redis; each counts for itself while Redis is away
     * @param perUser by the token's subject
     * @param perAddress by the caller's address, before anything else is looked at
     */
    public record Limits(
            @DefaultValue("false") boolean shared, @DefaultValue Limit perUser, @DefaultValue Limit perAddress) {}

    /**
     * @param requests that are let through in each window
     * @param window 1 s to 1 h
     */
    public record Limit(@DefaultValue("60000") int requests, @DefaultValue("1m") Duration window) {}
}
