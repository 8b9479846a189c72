package bookstore.ordering.routes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ordering deals with its callers.
 *
 * @param mostWaiting callers that may wait for the end of an order at once, in this process; others are answered before
 * @param mostStreams streams of events that one caller may keep open at once, in this process
 * @param watchFor how long the events of an order are streamed before the caller has to ask again
 * @param heartbeat how long a stream may be silent
 */
@ConfigurationProperties("bookstore.ordering")
public record OrderingSettings(
        @DefaultValue("16") int mostWaiting,
        @DefaultValue("6") int mostStreams,
        @DefaultValue("10m") Duration watchFor,
        @DefaultValue("15s") Duration heartbeat) {}
