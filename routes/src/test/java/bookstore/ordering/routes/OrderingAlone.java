package bookstore.ordering.routes;

import bookstore.Bookstore;
import bookstore.StartedOnce;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The ordering service without the others: a test says what they would say, and hears what they would hear. Started once
 * for all tests that carry this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartedOnce
@SpringBootTest(
        classes = {Bookstore.class, OtherContexts.class, Buyers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=ordering,identity",
            "bookstore.messaging.retry-delays=100ms,500ms,1s",
            "bookstore.ordering.saga.poll-interval=200ms",
            "bookstore.ordering.saga.pending-delay=1h",
            "bookstore.ordering.heartbeat=300ms",
            "bookstore.identity.directory=target/ordering-identity",
            "management.server.port=0"
        })
@interface OrderingAlone {}
