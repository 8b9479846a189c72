package bookstore.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.processor.loadbalancer.LoadBalancerSupport;
import org.apache.camel.support.ExchangeHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a service, asked in turn; one that fails again and again is left alone for a while. Where one does not
 * answer the next is asked, but what changes something only if the first cannot have got it or would know it again.
 */
final class Instances extends LoadBalancerSupport {

    private static final List<Class<? extends Exception>> NOT_REACHED = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class);

    private final List<CircuitBreaker> breakers;
    private final AtomicInteger next = new AtomicInteger();

    /** @param breakers one for each instance, in the order of the route */
    Instances(List<CircuitBreaker> breakers) {
        this.breakers = breakers;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        var answer = firstAnswer(exchange);
        if (answer == null) {
            exchange.setException(new IOException("every instance is left alone for a while"));
        } else {
            ExchangeHelper.copyResults(exchange, answer);
        }
        callback.done(true);
        return true;
    }

    private @Nullable Exchange firstAnswer(Exchange exchange) {
        var instances = getProcessors();
        var first = next.getAndIncrement();
        Exchange answer = null;
        for (var i = 0; i < instances.size(); i++) {
            var number = Math.floorMod(first + i, instances.size());
            if (breakers.get(number).tryAcquirePermission()) {
                answer = ask(instances.get(number), breakers.get(number), exchange);
                if (answer.getException() == null || !mayAskAnother(answer)) {
                    return answer;
                }
            }
        }
        return answer;
    }

    private static Exchange ask(AsyncProcessor instance, CircuitBreaker breaker, Exchange exchange) {
        var begin = System.nanoTime();
        var copy = ExchangeHelper.createCopy(exchange, true);
        try {
            instance.process(copy);
        } catch (Exception e) {
            copy.setException(e);
        }
        var duration = System.nanoTime() - begin;
        if (copy.getException() == null) {
            breaker.onSuccess(duration, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(duration, TimeUnit.NANOSECONDS, copy.getException());
        }
        return copy;
    }

    private static boolean mayAskAnother(Exchange answer) {
        return Forward.isRepeatable(answer)
                || NOT_REACHED.stream().anyMatch(failure -> answer.getException(failure) != null);
    }
}
