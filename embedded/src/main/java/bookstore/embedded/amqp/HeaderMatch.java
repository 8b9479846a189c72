package bookstore.embedded.amqp;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The matching of a headers exchange, by the binding argument {@code x-match}. */
final class HeaderMatch {

    private static final String MODE = "x-match";

    private HeaderMatch() {}

    static boolean matches(Map<String, Object> wanted, Map<String, Object> headers) {
        String mode = String.valueOf(wanted.getOrDefault(MODE, "all"));
        Predicate<Map.Entry<String, Object>> present = entry -> headers.containsKey(entry.getKey())
                && (entry.getValue() == null || entry.getValue().equals(headers.get(entry.getKey())));
        Stream<Map.Entry<String, Object>> entries = wanted.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(MODE))
                .filter(entry -> mode.endsWith("-with-x") || !entry.getKey().startsWith("x-"));
        return mode.startsWith("any") ? entries.anyMatch(present) : entries.allMatch(present);
    }
}
