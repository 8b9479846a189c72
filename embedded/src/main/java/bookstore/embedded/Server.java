package bookstore.embedded;

import java.util.Map;

/**
 * A server that runs.
 *
 * @param properties what the application has to know to use it
 */
record Server(AutoCloseable process, Map<String, Object> properties) {}
