package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.Facets;
import bookstore.catalog.search.ResultPage;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class BareShelvesTest {

    private final AtomicBoolean stocked = new AtomicBoolean();
    private final BareShelves shelves = new BareShelves(stocked::get);

    @Test
    void who_finds_nothing_before_the_first_books_are_there_is_asked_to_come_back() {
        assertThatThrownBy(() -> shelves.refuseIfBare(nothing())).isInstanceOf(Refusal.class);

        stocked.set(true);
        assertThatCode(() -> shelves.refuseIfBare(nothing())).doesNotThrowAnyException();

        stocked.set(false);
        assertThatCode(() -> shelves.refuseIfBare(nothing())).doesNotThrowAnyException();
    }

    private static Exchange nothing() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(new ResultPage(List.of(), 0, new Facets(List.of(), List.of(), List.of(), List.of()), true));
        return exchange;
    }
}
