package bookstore.edge.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines of a header. Those of one that holds a list say the same as one line (RFC 9110, section 5.3). */
public final class HeaderLines {

    private static final Set<String> LISTS = Set.of("accept", "accept-language", "if-match", "if-none-match", "prefer");

    private HeaderLines() {}

    /** More than one only of a header that is to be sent once; none without it. */
    public static List<String> of(HttpServletRequest request, String name) {
        var lines = Collections.list(request.getHeaders(name));
        return lines.size() > 1 && LISTS.contains(name.toLowerCase(Locale.ROOT))
                ? List.of(String.join(", ", lines))
                : lines;
    }
}
