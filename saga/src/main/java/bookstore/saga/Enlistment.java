package bookstore.saga;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.saga.CamelSagaStep;
import org.jspecify.annotations.Nullable;

/**
 * One exchange's entry into one step: where to undo or to finish it, with which options.
 *
 * @param options evaluated at this moment, as strings; those without a value are left out
 * @param timeoutSeconds null if the step has no time-out
 */
record Enlistment(
        @Nullable String compensation,
        @Nullable String completion,
        Map<String, String> options,
        @Nullable Double timeoutSeconds) {

    static Enlistment of(Exchange exchange, CamelSagaStep step) {
        var options = new LinkedHashMap<String, String>();
        step.getOptions().forEach((name, expression) -> {
            var value = expression.evaluate(exchange, String.class);
            if (value != null) {
                options.put(name, value);
            }
        });
        return new Enlistment(
                step.getCompensation().map(Endpoint::getEndpointUri).orElse(null),
                step.getCompletion().map(Endpoint::getEndpointUri).orElse(null),
                options,
                step.getTimeoutInMilliseconds().map(millis -> millis / 1000.0).orElse(null));
    }

    boolean hasEndpoint() {
        return compensation != null || completion != null;
    }
}
