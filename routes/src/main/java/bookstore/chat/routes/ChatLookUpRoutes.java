package bookstore.chat.routes;

import bookstore.catalog.commands.FindBooks;
import bookstore.catalog.commands.FoundBooks;
import bookstore.edge.Fallback;
import bookstore.messaging.Question;
import bookstore.ordering.commands.OrdersTold;
import bookstore.ordering.commands.TellOrders;
import org.apache.camel.builder.RouteBuilder;

/** What an answer needs is looked up in other contexts; if they are away the answer does without. */
class ChatLookUpRoutes extends RouteBuilder {

    private static final Question BOOKS = new Question(FindBooks.class, FoundBooks.class);
    private static final Question ORDERS = new Question(TellOrders.class, OrdersTold.class);

    private final Findings findings;

    ChatLookUpRoutes(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:chat-look-up")
                .routeId("chat-look-up")
                .routeGroup("chat")
                .routeDescription("Find the books or orders that a message is about")
                .choice()
                .when(Findings::isAboutBooks)
                .to("direct:chat-find-books")
                .when(Findings::isAboutOrders)
                .to("direct:chat-find-orders")
                .end();

        from("direct:chat-find-books")
                .routeId("chat-find-books")
                .routeGroup("chat")
                .routeDescription("Ask the catalogue which books fit a message")
                .circuitBreaker()
                .id("chat-catalog")
                .process(findings::askForBooks)
                .process(BOOKS::ask)
                .to(BOOKS.endpoint())
                .process(BOOKS::answer)
                .process(findings::takeBooks)
                .onFallback()
                .process(Findings::doWithout)
                .end()
                .removeProperties(Fallback.MARKS);

        from("direct:chat-find-orders")
                .routeId("chat-find-orders")
                .routeGroup("chat")
                .routeDescription("Ask ordering where the shopper's own orders stand")
                .circuitBreaker()
                .id("chat-ordering")
                .process(Findings::askForOrders)
                .process(ORDERS::ask)
                .to(ORDERS.endpoint())
                .process(ORDERS::answer)
                .process(Findings::takeOrders)
                .onFallback()
                .process(Findings::doWithout)
                .end()
                .removeProperties(Fallback.MARKS);
    }
}
