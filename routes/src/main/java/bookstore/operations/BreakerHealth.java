package bookstore.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** The circuit breakers of all routes; an open one is degradation, not death. */
final class BreakerHealth implements HealthIndicator {

    private final CircuitBreakerRegistry breakers;

    BreakerHealth(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    static boolean isOpen(CircuitBreaker breaker) {
        var state = breaker.getState();
        return state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN;
    }

    @Override
    public Health health() {
        var all = breakers.getAllCircuitBreakers();
        var health = Health.status(all.stream().anyMatch(BreakerHealth::isOpen) ? PartHealth.DEGRADED : Status.UP);
        all.forEach(breaker -> health.withDetail(breaker.getName(), breaker.getState()));
        return health.build();
    }
}
