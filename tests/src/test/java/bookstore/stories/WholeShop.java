package bookstore.stories;

import bookstore.Bookstore;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * All services in this process, as {@code ./mvnw spring-boot:run} starts them, on ports of its own; started once for all
 * tests that carry this. Only the patience of the payment provider's simulation and of its repetitions is cut short.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@AutoConfigureObservability
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "bookstore.operations.count-every=500ms",
            "bookstore.messaging.retry-delays=100ms,200ms,400ms,800ms,1600ms,3s",
            "bookstore.finance.simulator.timeout=300ms",
            "bookstore.finance.simulator.slow=500ms",
            "bookstore.finance.simulator.late=25s",
            "bookstore.finance.resume-after=2s",
            "bookstore.ordering.saga-timeout=15s",
            "bookstore.catalog.search.tell-every=2s",
            "bookstore.catalog.imports.watch=true",
            "bookstore.catalog.imports.directory=tests/target/feeds"
        })
public @interface WholeShop {}
