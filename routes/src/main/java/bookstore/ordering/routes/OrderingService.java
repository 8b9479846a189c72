package bookstore.ordering.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the ordering service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("ordering")
public class OrderingService {}
