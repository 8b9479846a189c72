package bookstore.shared.onnx;

import bookstore.shared.Embeddings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model, once for all contexts that a process runs. */
@Configuration(proxyBeanMethods = false)
public class EmbeddingModel {

    @Bean
    Embeddings embeddings(EmbeddingSettings settings) {
        return new BgeSmall(settings);
    }
}
