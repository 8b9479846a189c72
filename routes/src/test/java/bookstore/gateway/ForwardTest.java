package bookstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.http.common.DefaultHttpBinding;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that may have been done is sent to a second instance only where that does no harm. */
class ForwardTest {

    private static final String KEY = "Idempotency-Key";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> asked = new ArrayList<>();

    @Test
    void what_only_reads_is_asked_of_the_next_instance() {
        ask(request("GET"));

        assertThat(asked).containsExactly("silent", "other");
    }

    @Test
    void what_the_service_knows_again_by_its_declared_key_is_asked_of_the_next_instance() {
        var exchange = request("POST");
        exchange.getMessage().setHeader(KEY, "mine");

        ask(exchange);

        assertThat(asked).containsExactly("silent", "other");
    }

    @Test
    void a_key_that_the_contract_does_not_declare_proves_nothing_and_goes_no_further() {
        var exchange = request("POST");

        ask(exchange);

        assertThat(exchange.getMessage().getHeader(KEY)).isNull();
        assertThat(asked).containsExactly("silent");
    }

    @Test
    void what_the_first_has_read_is_not_there_for_the_next() {
        var exchange = request("POST");
        exchange.getMessage().setHeader(KEY, "mine");
        exchange.getMessage().setBody(InputStream.nullInputStream());

        ask(exchange);

        assertThat(asked).containsExactly("silent");
    }

    /** Whoever sends it has a key; what enters a route is what the contract declares. */
    private Exchange request(String method) {
        var request = new MockHttpServletRequest(method, "/api/toys");
        request.addHeader(KEY, "mine");
        var exchange = new DefaultExchange(camel);
        exchange.setIn(new PlatformHttpMessage(
                request, new MockHttpServletResponse(), exchange, new DefaultHttpBinding(), true));
        exchange.getMessage().getHeaders().clear();
        return exchange;
    }

    private void ask(Exchange exchange) {
        new Forward().process(exchange);
        var instances = new Instances(List.of(CircuitBreaker.ofDefaults("1"), CircuitBreaker.ofDefaults("2")));
        instances.addProcessor(AsyncProcessorConverterHelper.convert(asking -> {
            asked.add("silent");
            throw new SocketTimeoutException("no answer");
        }));
        instances.addProcessor(AsyncProcessorConverterHelper.convert(asking -> asked.add("other")));
        instances.process(exchange, done -> {});
    }
}
