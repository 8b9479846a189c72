package bookstore.shared.postgres;

import bookstore.embedded.TemporaryPostgres;
import bookstore.shared.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the configuration of every context asks for, on a database that goes with the test; nobody relays the outboxes. */
@Configuration(proxyBeanMethods = false)
public class ContextWiring {

    @Bean
    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 8);
    }

    @Bean
    ObjectMapper objectMapper() {
        return JsonMapper.builder().findAndAddModules().build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    Outboxes outboxes(ObjectMapper json, Ids ids) {
        return database -> new Outbox(database, json, ids::next, () -> {});
    }
}
