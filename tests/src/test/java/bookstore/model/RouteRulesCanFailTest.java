package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

/** Each rule finds the route that was written to break it. */
class RouteRulesCanFailTest {

    @Test
    void a_route_without_names() throws Exception {
        assertThat(RouteRules.nameless(
                        model(routes -> routes.from("direct:wrong").to("log:a"))))
                .hasSize(1);
        assertThat(RouteRules.strayIds(model(routes -> named(routes, "direct:wrong", "wrong-one", "right"))))
                .hasSize(1);
        assertThat(RouteRules.misnamedDirects(model(routes -> named(routes, "direct:other", "wrong-one", "wrong"))))
                .hasSize(1);
    }

    @Test
    void a_call_over_a_border() throws Exception {
        var model = model(routes ->
                named(routes, "direct:wrong-one", "wrong-one", "wrong").to("direct:stranger-one"));

        assertThat(RouteRules.directsOverBorders(model)).containsExactly("wrong-one calls direct:stranger-one");
    }

    @Test
    void a_route_that_nobody_calls() throws Exception {
        var model = model(routes -> named(routes, "direct:wrong-one", "wrong-one", "wrong"));

        assertThat(RouteRules.deadRoutes(model, Set.of())).hasSize(1);
        assertThat(RouteRules.deadRoutes(model, Set.of("wrong-one"))).isEmpty();
    }

    @Test
    void a_step_that_is_forbidden() throws Exception {
        List<Consumer<RouteDefinition>> steps = List.of(
                route -> route.toD("${header.to}"),
                route -> route.recipientList().header("to"),
                route -> route.routingSlip().header("to"),
                route -> route.threads().to("log:a"),
                route -> route.wireTap("log:a"),
                route -> route.loop(2).toD("${header.to}").end());
        for (var step : steps) {
            var model = model(routes -> step.accept(named(routes, "direct:wrong-one", "wrong-one", "wrong")));
            assertThat(RouteRules.forbiddenSteps(model)).hasSize(1);
        }
        assertThat(RouteRules.bareConsumers(model(routes -> routes.from("spring-rabbitmq:a?queues=b"))))
                .hasSize(1);
    }

    @Test
    void a_saga_that_handles() throws Exception {
        var model = model(routes -> named(routes, "direct:wrong-one", "wrong-one", "wrong")
                .saga()
                .doTry()
                .to("log:a")
                .doCatch(Exception.class)
                .end());

        assertThat(RouteRules.sagasThatHandle(model)).hasSize(1);
    }

    @Test
    void a_place_and_an_endless_wait_in_the_code() throws Exception {
        var model = model(routes -> named(routes, "direct:wrong-one", "wrong-one", "wrong")
                .to("smtp://localhost:25")
                .to("spring-rabbitmq:x?exchangePattern=InOut"));

        assertThat(RouteRules.literalPlaces(model)).hasSize(1);
        assertThat(RouteRules.impatientRequests(model)).hasSize(1);
    }

    private static RouteDefinition named(RouteBuilder routes, String from, String id, String group) {
        return routes.from(from).routeId(id).routeGroup(group).routeDescription("Be wrong");
    }

    private static RouteModel model(Consumer<RouteBuilder> wrong) throws Exception {
        var builder = new RouteBuilder() {
            @Override
            public void configure() {
                wrong.accept(this);
            }
        };
        try (var camel = new DefaultCamelContext()) {
            builder.addRoutesToCamelContext(camel);
            return RouteModel.of(camel);
        }
    }
}
