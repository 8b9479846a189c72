package bookstore.catalog.routes;

import bookstore.catalog.Vocabulary;
import org.apache.camel.builder.RouteBuilder;

/** What the search has to know about the books' words. */
class CatalogVocabularyRoutes extends RouteBuilder {

    private final Vocabulary vocabulary;

    CatalogVocabularyRoutes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void configure() {
        from("timer:catalog-count-words?delay={{bookstore.catalog.search.check-after}}"
                        + "&period={{bookstore.catalog.search.count-words-every}}")
                .routeId("catalog-count-words")
                .routeGroup("catalog")
                .routeDescription(
                        "Have the words of the books counted, so that rare ones tell more and slips are noticed")
                .errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false))
                .to("direct:catalog-learn-words");

        from("direct:catalog-learn-words")
                .routeId("catalog-learn-words")
                .routeGroup("catalog")
                .routeDescription("Count the words of the books if any book has changed")
                .errorHandler(noErrorHandler())
                .process(exchange -> vocabulary.count());
    }
}
