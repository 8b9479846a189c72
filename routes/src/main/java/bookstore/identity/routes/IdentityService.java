package bookstore.identity.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the identity service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("identity")
public class IdentityService {}
