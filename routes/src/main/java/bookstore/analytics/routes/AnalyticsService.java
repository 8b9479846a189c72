package bookstore.analytics.routes;

import bookstore.OnService;
import bookstore.analytics.Reports;
import bookstore.analytics.postgres.AnalyticsPostgres;
import bookstore.edge.Json;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the analytics service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("analytics")
@Import(AnalyticsPostgres.class)
public class AnalyticsService {

    @Bean
    RouteBuilder analyticsListenerRoutes() {
        return new AnalyticsListenerRoutes();
    }

    @Bean
    RouteBuilder analyticsOrderRoutes() {
        return new AnalyticsOrderRoutes();
    }

    @Bean
    RouteBuilder analyticsCountRoutes() {
        return new AnalyticsCountRoutes();
    }

    @Bean
    RouteBuilder analyticsHttpRoutes(Reports reports, Json json, Clock clock) {
        return new AnalyticsHttpRoutes(reports, json, clock);
    }
}
