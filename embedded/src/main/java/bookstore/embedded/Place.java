package bookstore.embedded;

import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** Where a server is to run. */
record Place(Path directory, EmbeddedSettings settings) {

    /** The configured port, or 0 for any that is free. */
    int port(ToIntFunction<EmbeddedSettings> port) {
        return settings.temporary() ? 0 : port.applyAsInt(settings);
    }
}
