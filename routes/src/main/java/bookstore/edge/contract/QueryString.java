package bookstore.edge.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a URL. Read here and not by the server, which mixes it with form fields. */
final class QueryString {

    private QueryString() {}

    static Map<String, List<String>> parse(@Nullable String query) {
        var values = new LinkedHashMap<String, List<String>>();
        if (query == null || query.isEmpty()) {
            return values;
        }
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 2 ? decode(parts[1]) : "");
        }
        return values;
    }

    private static String decode(String raw) {
        try {
            var text = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw Rejection.malformed("query", "is not percent-encoded");
        }
        throw Rejection.malformed("query", "is not UTF-8 text");
    }
}
