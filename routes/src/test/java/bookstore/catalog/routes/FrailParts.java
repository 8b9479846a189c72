package bookstore.catalog.routes;

import bookstore.catalog.qdrant.QdrantSettings;
import bookstore.catalog.routes.Wire.Fault;
import bookstore.shared.Embeddings;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Puts wires that can fail before Qdrant and Redis, and a model that can before the real one. */
class FrailParts implements BeanPostProcessor {

    Wire qdrant;
    Wire redis;
    FrailEmbeddings model;

    /** Lets a part fail, by its name in a test. */
    void fail(String part, Fault fault) {
        switch (part) {
            case "qdrant" -> qdrant.suffer(fault);
            case "redis" -> redis.suffer(fault);
            case "embedding" -> model.suffer(fault);
            default -> throw new IllegalArgumentException(part);
        }
    }

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
        if (bean instanceof Embeddings embeddings) {
            model = new FrailEmbeddings(embeddings);
            return model;
        }
        return bean;
    }
}
