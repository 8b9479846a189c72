package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.SagaPropagation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaRoutesTest {

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_edge_that_handles_a_failure_still_gets_the_saga_undone() throws Exception {
        var edge = new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).setBody(constant("sorry"));
                from("direct:edge").to("direct:trip");
            }
        };

        try (var instance = Instance.start(database, new Trips(database), edge)) {
            var answer = instance.send("direct:edge", "no flight");

            assertThat(answer.getMessage().getBody()).isEqualTo("sorry");
            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
    }

    @Test
    void a_route_that_strips_all_headers_falls_out_of_its_saga_which_is_undone() throws Exception {
        var careless = new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:careless")
                        .saga()
                        .to("direct:hotel")
                        .removeHeaders("*")
                        .to("direct:flight");
            }
        };

        try (var instance = Instance.start(database, new Trips(database), careless)) {
            var answer = instance.send("direct:careless", "Ann");

            assertThat(answer.getException()).hasMessageContaining("not part of a saga");
            await().until(() -> instance.saga().status() == SagaStatus.COMPENSATED);
        }
        assertThat(database.notes()).containsExactly("hotel", "undo hotel Ann 2 false null");
    }

    @Test
    void an_undo_route_that_rolls_back_without_an_exception_is_not_done() throws Exception {
        var stubborn = new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:stubborn").saga().compensation("direct:give-up").to("direct:nowhere-else");
                from("direct:nowhere-else")
                        .saga()
                        .propagation(SagaPropagation.MANDATORY)
                        .throwException(new IllegalStateException("no"));
                from("direct:give-up").markRollbackOnly();
            }
        };

        try (var instance = Instance.start(database, stubborn)) {
            instance.send("direct:stubborn", "Ann");

            await().until(() -> instance.saga().steps().get(0).attempts() > 1);
            assertThat(instance.saga().status()).isEqualTo(SagaStatus.COMPENSATING);
        }
    }
}
