package bookstore.saga;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.saga.CamelSagaStep;

/** The endpoints that the routes of this process name in a {@code saga()}; no other is called, whatever a row says. */
final class RegisteredEndpoints {

    private final Map<String, Endpoint> byUri = new ConcurrentHashMap<>();

    void add(CamelSagaStep step) {
        step.getCompensation().ifPresent(this::add);
        step.getCompletion().ifPresent(this::add);
    }

    private void add(Endpoint endpoint) {
        byUri.put(endpoint.getEndpointUri(), endpoint);
    }

    Endpoint get(String uri) {
        var endpoint = byUri.get(uri);
        if (endpoint == null) {
            throw new IllegalStateException("No route of this process names " + uri + " in a saga()");
        }
        return endpoint;
    }
}
