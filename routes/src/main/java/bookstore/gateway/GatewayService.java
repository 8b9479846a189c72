package bookstore.gateway;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the gateway is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("gateway")
public class GatewayService {}
