package bookstore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.shared.Page;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Where a list says that its other pages are. */
class PageLinksTest {

    @Test
    void pages_are_named_under_the_same_filter() {
        assertThat(links(2, 57))
                .contains("page=1&size=20>; rel=\"prev\"", "page=3&size=20>; rel=\"next\"", "</api/toys?q=a&page=3");
    }

    @Test
    void no_page_is_named_that_may_not_be_asked_for() {
        assertThat(links(10_000, 1_000_000))
                .contains("page=10000&size=20>; rel=\"last\"")
                .doesNotContain("rel=\"next\"");
        assertThat(links(1, 0)).contains("page=1&size=20>; rel=\"last\"").doesNotContain("rel=\"next\"");
    }

    private static String links(int page, long items) {
        var request = new MockHttpServletRequest("GET", "/api/toys");
        request.setQueryString("q=a&page=" + page);
        var exchange = new DefaultExchange(new DefaultCamelContext());
        PageLinks.enter(exchange, request);
        PageLinks.add(exchange, new Page<>(List.of(), page, 20, items));
        return exchange.getMessage().getHeader("Link", String.class);
    }
}
