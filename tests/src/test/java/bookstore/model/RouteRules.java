package bookstore.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.DynamicRouterDefinition;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.OnCompletionDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutingSlipDefinition;
import org.apache.camel.model.SagaDefinition;
import org.apache.camel.model.ThreadsDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.WireTapDefinition;

/** What a route must be like. Each rule answers what is wrong, as sentences; none is good. */
final class RouteRules {

    private static final String DIRECT = "direct:";

    /** The message would say where it goes, or the work would go on after it has been acknowledged. */
    private static final List<Class<?>> FORBIDDEN = List.of(
            ToDynamicDefinition.class,
            RecipientListDefinition.class,
            RoutingSlipDefinition.class,
            DynamicRouterDefinition.class,
            EnrichDefinition.class,
            ThreadsDefinition.class,
            WireTapDefinition.class,
            OnCompletionDefinition.class);

    private static final List<Class<?>> HANDLING = List.of(OnExceptionDefinition.class, TryDefinition.class);

    private RouteRules() {}

    static List<String> nameless(RouteModel model) {
        return complaints(
                model,
                route -> route.getRouteId() == null || route.getGroup() == null || route.getDescriptionText() == null
                        ? "has no id, group or description"
                        : null);
    }

    static List<String> strayIds(RouteModel model) {
        return complaints(
                model,
                route -> !route.getRouteId().matches(route.getGroup() + "(-[a-z0-9]+)+")
                        ? "is in group " + route.getGroup()
                        : null);
    }

    static List<String> misnamedDirects(RouteModel model) {
        return complaints(model, route -> {
            var from = RouteModel.from(route);
            return from.startsWith(DIRECT) && !from.equals(DIRECT + route.getRouteId()) ? "hears " + from : null;
        });
    }

    /** Contexts are apart in one process too. */
    static List<String> directsOverBorders(RouteModel model) {
        return complaints(model, route -> RouteModel.sendsTo(route).stream()
                .filter(to -> to.startsWith(DIRECT) && !to.startsWith(DIRECT + route.getGroup() + "-"))
                .findFirst()
                .map(to -> "calls " + to)
                .orElse(null));
    }

    /** @param operations ids that the contract calls */
    static List<String> deadRoutes(RouteModel model, Set<String> operations) {
        var called = model.routes().stream()
                .flatMap(route -> Stream.concat(RouteModel.sendsTo(route).stream(), compensations(route)))
                .collect(Collectors.toSet());
        return complaints(model, route -> {
            var from = RouteModel.from(route);
            var alive = !from.startsWith(DIRECT) || called.contains(from) || operations.contains(route.getRouteId());
            return alive ? null : "is called by nobody";
        });
    }

    static List<String> forbiddenSteps(RouteModel model) {
        return complaints(model, route -> FORBIDDEN.stream()
                .filter(step -> RouteModel.steps(route, step).findAny().isPresent())
                .findFirst()
                .map(step -> "has a " + step.getSimpleName())
                .orElse(null));
    }

    /** Camel takes a failure that is handled for a success, and completes the saga. */
    static List<String> sagasThatHandle(RouteModel model) {
        return complaints(model, route -> {
            var isSaga = RouteModel.steps(route, SagaDefinition.class).findAny().isPresent();
            var handles = HANDLING.stream()
                    .anyMatch(step -> RouteModel.steps(route, step).findAny().isPresent());
            return isSaga && handles ? "handles errors in a saga" : null;
        });
    }

    static List<String> literalPlaces(RouteModel model) {
        return complaints(
                model, route -> Stream.concat(Stream.of(RouteModel.from(route)), RouteModel.sendsTo(route).stream())
                        .filter(uri -> uri.matches("(?i).*(localhost|127\\.0\\.0\\.1|:\\d{4,5}\\b|password=[^{R]).*"))
                        .findFirst()
                        .map(uri -> "names a place: " + uri)
                        .orElse(null));
    }

    static List<String> impatientRequests(RouteModel model) {
        return complaints(model, route -> RouteModel.sendsTo(route).stream()
                .filter(uri -> uri.contains("exchangePattern=InOut") && !uri.contains("imeout="))
                .findFirst()
                .map(uri -> "waits for ever: " + uri)
                .orElse(null));
    }

    /** A consumer that is not one of ours would declare, acknowledge and retry by itself. */
    static List<String> bareConsumers(RouteModel model) {
        return complaints(
                model,
                route -> RouteModel.from(route).startsWith("spring-rabbitmq:") ? "hears the broker by itself" : null);
    }

    private static Stream<String> compensations(RouteDefinition route) {
        return RouteModel.steps(route, SagaDefinition.class)
                .flatMap(saga -> Stream.of(saga.getCompensation(), saga.getCompletion()))
                .filter(uri -> uri != null)
                .map(uri -> uri.getUri());
    }

    private static List<String> complaints(RouteModel model, Function<RouteDefinition, String> rule) {
        var complaints = new ArrayList<String>();
        for (var route : model.routes()) {
            var complaint = rule.apply(route);
            if (complaint != null) {
                complaints.add(route.getRouteId() + " " + complaint);
            }
        }
        return complaints;
    }
}
