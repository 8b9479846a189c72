package bookstore.catalog.routes;

import bookstore.edge.Fallback;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** The ways to the model and to Qdrant, each behind a breaker; the time-outs are those of whoever asks. */
class CatalogMeaningRoutes extends RouteBuilder {

    private final Meanings meanings;

    CatalogMeaningRoutes(Meanings meanings) {
        this.meanings = meanings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:catalog-search-meanings")
                .routeId("catalog-search-meanings")
                .routeGroup("catalog")
                .routeDescription("Find books by what they are about, or what is left if a part is away")
                .to("direct:catalog-understand-query")
                .filter(body().isInstanceOf(List.class))
                .to("direct:catalog-search-vectors")
                .end();

        from("direct:catalog-understand-query")
                .routeId("catalog-understand-query")
                .routeGroup("catalog")
                .routeDescription("Turn what was asked into a vector")
                .circuitBreaker()
                .id("catalog-embedding")
                .process(meanings::understand)
                .onFallback()
                .process(meanings::missing)
                .end()
                .removeProperties(Fallback.MARKS);

        from("direct:catalog-search-vectors")
                .routeId("catalog-search-vectors")
                .routeGroup("catalog")
                .routeDescription("Find the books whose vectors are nearest")
                .circuitBreaker()
                .id("catalog-qdrant")
                .choice()
                .when(meanings::haveIndex)
                .to("kamelet:vector-search-action?collection=catalog_books"
                        + "&maxResults={{bookstore.catalog.search.candidates}}"
                        + "&timeout={{bookstore.catalog.search.patience}}")
                .process(meanings::read)
                .otherwise()
                .process(meanings::leaveOut)
                .end()
                .endCircuitBreaker()
                .onFallback()
                .process(meanings::missing)
                .end()
                .removeProperties(Fallback.MARKS);
    }
}
