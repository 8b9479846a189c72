package bookstore.embedded;

import java.nio.file.Path;

/**
 * Where a server is to run.
 *
 * @param port 0 for any that is free
 * @param temporary whether its data may be lost
 */
record Place(Path directory, int port, boolean temporary) {}
