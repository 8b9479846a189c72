package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SpringWiringTest {

    @Test
    void three_beans_are_all_that_a_spring_application_needs() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
                .withUserConfiguration(Application.class)
                .run(context -> {
                    var camel = context.getBean(CamelContext.class);
                    camel.createFluentProducerTemplate()
                            .to("direct:trip")
                            .withBody("no flight")
                            .send();

                    assertThat(context.getBean(SagaRecovery.class).isRunning()).isTrue();
                    var sagas = context.getBean(DurableSagas.class);
                    await().until(() -> sagas.counts().get(SagaStatus.COMPENSATED) == 1);
                    assertThat(sagas.list(null, Duration.ZERO, 9))
                            .extracting(Saga::name)
                            .containsExactly("trip");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        TestDatabase database() {
            return new TestDatabase();
        }

        @Bean
        RouteBuilder trips(TestDatabase database) {
            return new Trips(database);
        }

        @Bean
        DurableSagaService sagaService(TestDatabase database) {
            return new DurableSagaService(database.pool, database.transactionManager, Instance.quick());
        }

        @Bean
        SagaRecovery sagaRecovery(DurableSagaService service) {
            return service.recovery();
        }

        @Bean
        DurableSagas sagas(DurableSagaService service) {
            return service.sagas();
        }
    }
}
