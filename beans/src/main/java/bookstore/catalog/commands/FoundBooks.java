package bookstore.catalog.commands;

import bookstore.shared.Reply;
import java.util.List;
import java.util.Map;

/**
 * The answer to {@link FindBooks}.
 *
 * @param books best first, each as the catalogue shows it over HTTP
 * @param degraded whether a part of the search was away
 */
public record FoundBooks(List<Map<String, Object>> books, boolean degraded) implements Reply {}
