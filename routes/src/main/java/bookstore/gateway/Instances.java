package bookstore.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.processor.loadbalancer.LoadBalancerSupport;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a service, asked in turn; one that fails again and again is left alone for a while. Where one does not
 * answer, or says that it cannot for now, the next is asked, but what changes something only if the first cannot have got
 * it or would know it again. What all of them say is passed on: one that says no is not broken.
 */
final class Instances extends LoadBalancerSupport {

    private static final List<Class<? extends Exception>> NOT_REACHED = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class);

    /** What an instance says that starts or closes, and a proxy before one that is not there. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

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
                answer = better(answer, ask(instances.get(number), breakers.get(number), exchange));
                if (!isRefused(answer) || !mayAskAnother(exchange, answer)) {
                    return answer;
                }
            }
        }
        return answer;
    }

    /** The later one, unless only the earlier one says something. */
    private static Exchange better(@Nullable Exchange earlier, Exchange later) {
        if (earlier == null || earlier.getException() != null) {
            return later;
        }
        if (later.getException() != null) {
            return earlier;
        }
        if (earlier.getMessage().getBody() instanceof Closeable body) {
            IOHelper.close(body);
        }
        return later;
    }

    private static boolean isRefused(Exchange answer) {
        return answer.getException() != null
                || AWAY.contains(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class));
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

    private static boolean mayAskAnother(Exchange request, Exchange answer) {
        return Forward.isRepeatable(request)
                || NOT_REACHED.stream().anyMatch(failure -> answer.getException(failure) != null);
    }
}
