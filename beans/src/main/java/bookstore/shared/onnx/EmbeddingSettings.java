package bookstore.shared.onnx;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine the model may take.
 *
 * @param parallel texts that are read at the same time, each on one core; 1 to 64
 * @param patience how long a text may wait for its turn, and a question for its meaning altogether
 */
@ConfigurationProperties("bookstore.embedding")
public record EmbeddingSettings(@DefaultValue("2") int parallel, @DefaultValue("2s") Duration patience) {}
