package bookstore.edge.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the contract such as {@code /books/{id}/reviews}. Those with fewer placeholders, and later ones, come
 * first, so that {@code /books/search} is not taken for a book.
 */
record PathTemplate(List<String> parts) implements Comparable<PathTemplate> {

    static PathTemplate of(String path) {
        return new PathTemplate(List.of(path.split("/", -1)));
    }

    /** The values of the placeholders if the path is one of these; case and a slash at the end count. */
    Optional<Map<String, String>> match(String rawPath) {
        var asked = rawPath.split("/", -1);
        if (asked.length != parts.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < asked.length; i++) {
            var part = parts.get(i);
            if (isPlaceholder(part) && !asked[i].isEmpty()) {
                values.put(part.substring(1, part.length() - 1), decode(asked[i]));
            } else if (!part.equals(asked[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Rejection.malformed("path", "is not percent-encoded UTF-8");
        }
    }

    private static boolean isPlaceholder(String part) {
        return part.startsWith("{");
    }

    @Override
    public int compareTo(PathTemplate other) {
        return specificity().compareTo(other.specificity());
    }

    private String specificity() {
        var key = new StringBuilder();
        parts.forEach(part -> key.append(isPlaceholder(part) ? '1' : '0'));
        return key.toString();
    }
}
