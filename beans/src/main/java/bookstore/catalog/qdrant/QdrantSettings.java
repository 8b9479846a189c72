package bookstore.catalog.qdrant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Qdrant is: the settings of Camel's component, so that they are said once.
 *
 * @param timeout after which a call counts as failed; searches have a shorter one of their own
 */
@ConfigurationProperties("camel.component.qdrant")
public record QdrantSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("6334") int port,
        boolean tls,
        @Nullable String apiKey,
        @DefaultValue("5s") Duration timeout) {}
