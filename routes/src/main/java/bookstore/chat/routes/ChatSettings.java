package bookstore.chat.routes;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers.
 *
 * @param provider {@code embedded}, which needs no server and answers from the catalogue, or {@code ollama}
 */
@ConfigurationProperties("bookstore.chat")
public record ChatSettings(
        @DefaultValue("embedded") String provider, @DefaultValue Ollama ollama, @DefaultValue Recall recall) {

    /**
     * How much of a conversation the model is told again with each question.
     *
     * @param turns the last ones about books, 0 to 20
     * @param characters most of all of them together
     */
    public record Recall(@DefaultValue("6") int turns, @DefaultValue("4000") int characters) {}

    /**
     * A language model behind Ollama's HTTP interface.
     *
     * @param timeout for the whole of an answer; after it the catalogue answers
     * @param maxTokens most tokens of an answer
     */
    public record Ollama(
            @DefaultValue("http://localhost:11434") String url,
            @DefaultValue("llama3.2:3b") String model,
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("300") int maxTokens) {

        ChatModel connect() {
            return OllamaChatModel.builder()
                    .baseUrl(url)
                    .modelName(model)
                    .timeout(timeout)
                    .numPredict(maxTokens)
                    .temperature(0.3)
                    // the circuit breaker decides; a repeated time-out would be three
                    .maxRetries(0)
                    .build();
        }
    }

    boolean isEmbedded() {
        return provider.equals("embedded");
    }
}
