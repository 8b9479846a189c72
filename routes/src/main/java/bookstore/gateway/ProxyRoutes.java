package bookstore.gateway;

import bookstore.edge.contract.Operation;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** The way to a service, of which there may be several instances. Where none answers, guests get the last good answer. */
final class ProxyRoutes extends RouteBuilder {

    private static final CircuitBreakerConfig INSTANCE = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(4)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .build();

    private final String context;
    private final List<String> addresses;
    private final List<Operation> operations;
    private final GatewaySettings settings;
    private final LastGoodAnswers answers;

    ProxyRoutes(String context, List<Operation> operations, GatewaySettings settings, LastGoodAnswers answers) {
        this.context = context;
        this.addresses = settings.services().getOrDefault(context, List.of());
        this.operations = operations;
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        bindToRegistry(context + "-instances", new Instances(breakers()));
        bindToRegistry(context + "-streams", new Instances(breakers()));
        operations.forEach(this::operation);

        route("ask", "Ask an instance; where none answers, answer what was answered before")
                .circuitBreaker()
                .id(context)
                .resilience4jConfiguration()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(2)
                .end()
                .to("direct:" + context + "-proxy-balance")
                .process(answers::keep)
                .onFallback()
                .process(answers::answer)
                .end();

        // no circuit breaker, which would read the whole stream before it passes it on
        route("stream", "Pass events on as they come")
                .doTry()
                .to("direct:" + context + "-proxy-watch")
                .doCatch(Exception.class)
                .process(answers::answer)
                .end();

        route("balance", "Ask the instances in turn and take the answer, whatever it is")
                .loadBalance()
                .custom(context + "-instances")
                .to(endpoints(settings.patience(), false));

        route("watch", "Ask the instances in turn for events")
                .loadBalance()
                .custom(context + "-streams")
                .to(endpoints(settings.streamPatience(), true));
    }

    private void operation(Operation operation) {
        from("direct:" + operation.id())
                .routeId(operation.id())
                .routeGroup(context)
                .routeDescription("Have " + context + " answer this")
                .process(new Forward())
                .to("direct:" + context + (operation.streams() ? "-proxy-stream" : "-proxy-ask"));
    }

    private List<CircuitBreaker> breakers() {
        var registry = getContext().getRegistry().findSingleByType(CircuitBreakerRegistry.class);
        return IntStream.rangeClosed(1, addresses.size())
                .mapToObj(number -> registry.circuitBreaker(context + "-" + number, INSTANCE))
                .toList();
    }

    /** @param streaming whether the answer is passed on as it comes */
    private String[] endpoints(Duration patience, boolean streaming) {
        return addresses.stream()
                .map(address -> address + "?bridgeEndpoint=true&throwExceptionOnFailure=false&copyHeaders=false"
                        + "&connectTimeout=" + settings.connectPatience().toMillis()
                        + "&responseTimeout=" + patience.toMillis()
                        + "&soTimeout=" + patience.toMillis()
                        + "&disableStreamCache=" + streaming)
                .toArray(String[]::new);
    }

    private RouteDefinition route(String what, String purpose) {
        var id = context + "-proxy-" + what;
        return from("direct:" + id).routeId(id).routeGroup(context).routeDescription(purpose);
    }
}
