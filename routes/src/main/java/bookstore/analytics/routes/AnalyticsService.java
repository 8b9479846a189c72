package bookstore.analytics.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the analytics service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("analytics")
public class AnalyticsService {}
