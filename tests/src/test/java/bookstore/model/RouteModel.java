package bookstore.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/** The routes that somebody has written; those that Camel makes of Kamelets and of the contract are left out. */
record RouteModel(List<RouteDefinition> routes) {

    private static final List<String> MADE_BY_CAMEL = List.of("rest-openapi", "kamelet:");

    static RouteModel of(CamelContext camel) {
        var model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        return of(model.getRouteDefinitions());
    }

    static RouteModel of(Collection<RouteDefinition> definitions) {
        return new RouteModel(definitions.stream()
                .filter(route -> !isTemplate(route) && !isMadeByCamel(route))
                .toList());
    }

    private static boolean isTemplate(RouteDefinition route) {
        return route.getTemplateParameters() != null || Boolean.TRUE.equals(route.isTemplate());
    }

    private static boolean isMadeByCamel(RouteDefinition route) {
        return Boolean.TRUE.equals(route.isRest())
                || route.getInput() == null
                || MADE_BY_CAMEL.stream()
                                .anyMatch(from -> route.getInput().getUri().startsWith(from))
                        && !route.getInput().getUri().matches("kamelet:.*-source.*");
    }

    static String from(RouteDefinition route) {
        return route.getInput().getUri();
    }

    /** Where a route sends to, by the text that was written. */
    static List<String> sendsTo(RouteDefinition route) {
        return steps(route, ToDefinition.class).map(ToDefinition::getUri).toList();
    }

    static <T> Stream<T> steps(RouteDefinition route, Class<T> type) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), type).stream();
    }

    Stream<RouteDefinition> startingWith(String scheme) {
        return routes.stream().filter(route -> from(route).startsWith(scheme));
    }
}
