package bookstore.ordering.routes;

import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.ordering.Cancellation;
import bookstore.saga.DurableSagas;
import bookstore.saga.Saga;
import bookstore.saga.SagaEnded;
import bookstore.saga.SagaStatus;
import bookstore.shared.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.util.TimeUtils;

/** Shows operators the sagas of orders, and lets them help. */
final class SagaDesk {

    /** Asked for like a status; the saga compensates or completes all the same. */
    private static final String NEEDS_ATTENTION = "NEEDS_ATTENTION";

    private final DurableSagas sagas;
    private final Json json;

    SagaDesk(DurableSagas sagas, Json json) {
        this.sagas = sagas;
        this.json = json;
    }

    /** Those that need attention first, then by age. */
    record Sagas(List<Saga> items) {}

    Sagas list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var age = Duration.ofMillis(
                parameters.find("olderThan").map(TimeUtils::toMilliSeconds).orElse(0L));
        var size = parameters.number("size");
        var status = parameters.find("status");
        return new Sagas(
                status.filter(NEEDS_ATTENTION::equals).isPresent()
                        ? sagas.needingAttention(age, size)
                        : sagas.list(status.map(SagaStatus::valueOf).orElse(null), age, size));
    }

    Saga find(Exchange exchange) {
        return sagas.find(Parameters.of(exchange).text("id")).orElseThrow(() -> Refusal.notFound("This saga"));
    }

    void retry(Exchange exchange) {
        var saga = find(exchange);
        try {
            sagas.retry(saga.id());
        } catch (SagaEnded e) {
            throw refusal(e.status(), List.of(SagaStatus.COMPENSATING, SagaStatus.COMPLETING));
        }
        accepted(exchange, saga.id());
    }

    /** The order is called off by the shop, which has its saga compensate. */
    Cancellation cancellation(Exchange exchange) {
        var saga = find(exchange);
        if (saga.status() != SagaStatus.RUNNING) {
            throw refusal(saga.status(), List.of(SagaStatus.RUNNING));
        }
        return Cancellation.byShop(orderOf(saga));
    }

    void compensated(Exchange exchange) {
        accepted(exchange, Parameters.of(exchange).text("id"));
    }

    private void accepted(Exchange exchange, String id) {
        json.accepted(exchange, "/api/admin/sagas/" + id, sagas.find(id).orElseThrow());
    }

    private static UUID orderOf(Saga saga) {
        return UUID.fromString(saga.steps().get(0).options().get("order-id"));
    }

    private static Refusal refusal(SagaStatus status, List<SagaStatus> allowed) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "saga-decided",
                "The saga is " + status,
                Map.of("state", status, "allowedStates", allowed));
    }
}
