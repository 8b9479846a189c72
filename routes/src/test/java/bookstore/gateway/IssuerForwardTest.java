package bookstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where the gateway leads to an issuer. */
class IssuerForwardTest {

    private static final String WAY = "issuerRoutes";

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withInitializer(
                    context -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
            .withUserConfiguration(IssuerForward.class);

    @Test
    void there_is_a_way_to_the_embedded_issuer_where_it_runs_elsewhere() {
        gateway.run(context -> assertThat(context).doesNotHaveBean(WAY));
        gateway.withPropertyValues(
                        "bookstore.gateway.services.identity=http://localhost:1", "bookstore.identity.issuer=")
                .run(context -> assertThat(context).hasBean(WAY));
    }

    @Test
    void there_is_none_to_an_issuer_outside_which_has_its_own_address() {
        gateway.withPropertyValues(
                        "bookstore.gateway.services.identity=http://localhost:1",
                        "bookstore.identity.issuer=http://localhost:2/realms/bookstore")
                .run(context -> assertThat(context).doesNotHaveBean(WAY));
    }
}
