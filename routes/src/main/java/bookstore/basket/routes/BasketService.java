package bookstore.basket.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the basket service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("basket")
public class BasketService {}
