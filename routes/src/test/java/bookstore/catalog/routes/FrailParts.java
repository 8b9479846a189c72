package bookstore.catalog.routes;

import bookstore.catalog.qdrant.QdrantSettings;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Puts a wire that can be cut before Qdrant and Redis, and a model that can be switched off before the real one. */
class FrailParts implements BeanPostProcessor {

    Wire qdrant;
    Wire redis;
    volatile boolean modelIsAway;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LettuceConnectionFactory connections) {
            var place = connections.getStandaloneConfiguration();
            redis = new Wire(place.getPort());
            place.setPort(redis.port());
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof QdrantSettings settings) {
            qdrant = new Wire(settings.port());
            return new QdrantSettings(
                    settings.host(), qdrant.port(), settings.tls(), settings.apiKey(), settings.timeout());
        }
        return bean instanceof Embeddings embeddings ? new FrailEmbeddings(embeddings) : bean;
    }

    private final class FrailEmbeddings implements Embeddings {

        private final Embeddings real;

        FrailEmbeddings(Embeddings real) {
            this.real = real;
        }

        @Override
        public int dimensions() {
            return real.dimensions();
        }

        @Override
        public float[] ofQuery(String text) {
            if (modelIsAway) {
                throw new EmbeddingUnavailable("switched off");
            }
            return real.ofQuery(text);
        }

        @Override
        public float[] ofPassage(String text) {
            return real.ofPassage(text);
        }
    }
}
