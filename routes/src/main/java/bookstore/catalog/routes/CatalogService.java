package bookstore.catalog.routes;

import bookstore.OnService;
import bookstore.catalog.postgres.CatalogPostgres;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the catalog service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("catalog")
@Import(CatalogPostgres.class)
public class CatalogService {}
