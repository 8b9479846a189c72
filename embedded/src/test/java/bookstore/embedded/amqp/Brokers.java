package bookstore.embedded.amqp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/** The brokers that are there to be tested. */
final class Brokers implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        return Stream.concat(Stream.of(embedded()), real().stream()).map(uri -> Arguments.of(new Client(uri)));
    }

    static String embedded() {
        return Embedded.URI;
    }

    static Optional<String> real() {
        return Optional.ofNullable(System.getProperty("RABBITMQ_URL", System.getenv("RABBITMQ_URL")));
    }

    private static final class Embedded {

        static final String URI = start();

        private static String start() {
            try {
                var journal = Files.createTempDirectory("amqp");
                var rabbit = EmbeddedRabbit.start("127.0.0.1", 0, "guest", "guest", journal);
                return "amqp://guest:guest@127.0.0.1:" + rabbit.port();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
