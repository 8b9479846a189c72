package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.contract.Contract;
import bookstore.edge.contract.Operation;
import bookstore.stories.WholeShop;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The routes of the running shop keep the rules of the house. */
@WholeShop
class RouteRulesTest {

    private final RouteModel model;
    private final Contract contract;

    RouteRulesTest(@Autowired CamelContext camel, @Autowired Contract contract) {
        this.model = RouteModel.of(camel);
        this.contract = contract;
    }

    @Test
    void all_routes_were_read() {
        assertThat(model.routes()).hasSizeGreaterThan(50);
    }

    @Test
    void every_route_says_who_it_is() {
        assertThat(RouteRules.nameless(model)).isEmpty();
        assertThat(RouteRules.strayIds(model)).isEmpty();
        assertThat(RouteRules.misnamedDirects(model)).isEmpty();
    }

    @Test
    void contexts_do_not_call_each_other() {
        assertThat(RouteRules.directsOverBorders(model)).isEmpty();
    }

    @Test
    void no_route_is_dead() {
        var operations = contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
        // the desk publishes what it replays one by one, at its own rate
        operations.add("messaging-publish-replay");
        // the comparison of the books asks page by page, as long as there are pages
        operations.add("finance-ask-others");

        assertThat(RouteRules.deadRoutes(model, operations)).isEmpty();
    }

    @Test
    void no_step_is_one_that_loses_messages_or_lets_them_choose_their_way() {
        assertThat(RouteRules.forbiddenSteps(model)).isEmpty();
        assertThat(RouteRules.bareConsumers(model)).isEmpty();
    }

    @Test
    void nothing_in_a_saga_handles_a_failure() {
        assertThat(RouteRules.sagasThatHandle(model)).isEmpty();
    }

    @Test
    void places_and_secrets_are_settings() {
        assertThat(RouteRules.literalPlaces(model)).isEmpty();
    }

    @Test
    void nobody_waits_for_ever() {
        assertThat(RouteRules.impatientRequests(model)).isEmpty();
    }
}
