package bookstore.edge;

import bookstore.shared.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** The {@code Link} header of a list (RFC 8288): where its other pages are, under the same filter. */
public final class PageLinks {

    /** As the contract has it; a list may be longer. */
    private static final long LAST_PAGE = 10_000;

    private static final String PROPERTY = "bookstore.target";

    private PageLinks() {}

    /** What was asked for, but for the page. */
    private record Target(String path, String query) {

        String page(long page, int size, String relation) {
            var others = query.isEmpty() ? "" : query + "&";
            return "<%s?%spage=%d&size=%d>; rel=\"%s\"".formatted(path, others, page, size, relation);
        }
    }

    static void enter(Exchange exchange, HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("page=") && !part.startsWith("size="))
                .collect(Collectors.joining("&"));
        exchange.setProperty(PROPERTY, new Target(request.getRequestURI(), others));
    }

    /** Adds the header to the answer. */
    public static void add(Exchange exchange, Page<?> page) {
        var target = exchange.getProperty(PROPERTY, Target.class);
        var last = Math.min(LAST_PAGE, Math.max(1, page.totalPages()));
        var links = new ArrayList<String>();
        links.add(target.page(1, page.size(), "first"));
        if (page.page() > 1) {
            links.add(target.page(page.page() - 1L, page.size(), "prev"));
        }
        if (page.page() < last) {
            links.add(target.page(page.page() + 1L, page.size(), "next"));
        }
        links.add(target.page(last, page.size(), "last"));
        exchange.getMessage().setHeader("Link", String.join(", ", links));
    }
}
