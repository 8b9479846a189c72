package bookstore.edge;

import bookstore.edge.contract.Accepted;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.component.rest.openapi.DefaultRestOpenapiProcessorStrategy;
import org.apache.camel.support.processor.RestBindingAdvice;
import org.jspecify.annotations.Nullable;

/**
 * Where every request enters a route and every answer leaves it: declared parameters, body and caller go in, and a
 * record or a failure that comes out is written.
 */
final class ContractDispatch extends DefaultRestOpenapiProcessorStrategy {

    private final Json json;
    private final Map<String, Operation> answering = new ConcurrentHashMap<>();

    ContractDispatch(Json json) {
        this.json = json;
    }

    @Override
    public boolean process(
            OpenAPI openApi,
            Operation operation,
            String verb,
            String path,
            RestBindingAdvice binding,
            Exchange exchange,
            AsyncCallback callback) {
        var hindrance = hindrance(exchange, operation);
        if (hindrance != null) {
            fail(exchange, hindrance);
            callback.done(true);
            return true;
        }
        return super.process(openApi, answering(exchange, operation), verb, path, binding, exchange, done -> {
            try {
                leave(exchange);
            } catch (RuntimeException e) {
                // thrown here it would be lost, and the caller would wait for ever
                fail(exchange, Problems.of(e));
            }
            callback.done(done);
        });
    }

    /** The operation by the name of the route that answers it; Camel looks through all routes for one. */
    private Operation answering(Exchange exchange, Operation operation) {
        return answering.computeIfAbsent(operation.getOperationId(), id -> {
            var forAll = id + HttpRoutes.FOR_ALL;
            return exchange.getContext().getRoute(forAll) == null ? operation : new Operation().operationId(forAll);
        });
    }

    private @Nullable Problem hindrance(Exchange exchange, Operation operation) {
        if (isStopped(exchange, operation)) {
            return Problems.away();
        }
        return enter(exchange, operation) ? null : Problem.of(404, "not-found", "Nothing is here");
    }

    /** By hand, in the console; Camel would wait for the route. */
    private boolean isStopped(Exchange exchange, Operation operation) {
        var routes = exchange.getContext().getRouteController();
        return routes.getRouteStatus(answering(exchange, operation).getOperationId())
                .isStopped();
    }

    /** Camel matches paths more leniently than the contract's check, which has said who may call what. */
    private static boolean enter(Exchange exchange, Operation operation) {
        var message = exchange.getIn(PlatformHttpMessage.class);
        HttpServletRequest request = message.getRequest();
        if (!(request.getAttribute(ContractFilter.ACCEPTED) instanceof Accepted accepted)
                || !accepted.operation().id().equals(operation.getOperationId())) {
            return false;
        }
        message.getHeaders().keySet().removeIf(name -> !isTrace(name));
        accepted.parameters().forEach(message::setHeader);
        if (accepted.contentType() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, accepted.contentType());
        }
        message.setBody(accepted.body());
        PageLinks.enter(exchange, request);
        if (request.getAttribute(ContractFilter.CALLER) instanceof Caller caller) {
            caller.enter(exchange);
        }
        return true;
    }

    private static boolean isTrace(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("trace");
    }

    private void leave(Exchange exchange) {
        if (exchange.getException() != null) {
            fail(exchange, Problems.of(exchange.getException()));
            return;
        }
        var message = exchange.getMessage();
        var status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (message.getBody() == null) {
            json.answer(exchange, status == null ? 204 : status, null);
        } else if (!isWritten(message)) {
            json.answer(exchange, status == null ? 200 : status, message.getBody());
        }
    }

    private static boolean isWritten(Message message) {
        var body = message.getBody();
        return body instanceof byte[]
                || body instanceof CharSequence
                || body instanceof InputStream
                || body instanceof StreamCache
                || body instanceof File
                || body instanceof Path;
    }

    private void fail(Exchange exchange, Problem problem) {
        exchange.setException(null);
        exchange.setRouteStop(false);
        exchange.getMessage().getHeaders().clear();
        problem.headers().forEach(exchange.getMessage()::setHeader);
        json.problem(exchange, problem.status(), problem.body());
    }
}
