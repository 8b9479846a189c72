package bookstore.catalog.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the catalog service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("catalog")
public class CatalogService {}
