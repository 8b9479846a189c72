package bookstore.embedded.qdrant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/** The servers that are there to be tested, by host and port. */
final class Qdrants implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        return Stream.concat(Stream.of(embedded()), real().stream()).map(address -> Arguments.of(new Client(address)));
    }

    static String embedded() {
        return Embedded.ADDRESS;
    }

    static Optional<String> real() {
        return Optional.ofNullable(System.getProperty("QDRANT_URL", System.getenv("QDRANT_URL")));
    }

    private static final class Embedded {

        static final String ADDRESS = start();

        private static String start() {
            try {
                var qdrant = EmbeddedQdrant.start("127.0.0.1", 0, Files.createTempDirectory("qdrant"));
                return "127.0.0.1:" + qdrant.port();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
