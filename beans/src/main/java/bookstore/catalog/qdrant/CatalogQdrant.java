package bookstore.catalog.qdrant;

import bookstore.catalog.search.VectorStore;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection to Qdrant, for the searches of Camel's component and for the index. */
@Configuration(proxyBeanMethods = false)
public class CatalogQdrant {

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel qdrantChannel(QdrantSettings settings) {
        var channel = ManagedChannelBuilder.forAddress(settings.host(), settings.port());
        return (settings.tls() ? channel.useTransportSecurity() : channel.usePlaintext()).build();
    }

    @Bean
    QdrantClient qdrantClient(ManagedChannel qdrantChannel, QdrantSettings settings) {
        var client = QdrantGrpcClient.newBuilder(qdrantChannel, false).withTimeout(settings.timeout());
        if (settings.apiKey() != null) {
            client.withApiKey(settings.apiKey());
        }
        return new QdrantClient(client.build());
    }

    @Bean
    VectorStore vectorStore(QdrantClient client, ManagedChannel qdrantChannel) {
        return new QdrantVectorStore(client, qdrantChannel);
    }
}
