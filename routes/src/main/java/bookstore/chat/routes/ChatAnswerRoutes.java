package bookstore.chat.routes;

import bookstore.catalog.commands.FindBooks;
import bookstore.catalog.commands.FoundBooks;
import bookstore.messaging.Question;
import bookstore.ordering.commands.OrdersTold;
import bookstore.ordering.commands.TellOrders;
import org.apache.camel.builder.RouteBuilder;

/**
 * How an answer comes about: what it needs is looked up, then it is put into words, by a language model where that is in
 * place. Nothing that is away keeps a shopper from an answer.
 */
class ChatAnswerRoutes extends RouteBuilder {

    private static final Question BOOKS = new Question(FindBooks.class, FoundBooks.class);
    private static final Question ORDERS = new Question(TellOrders.class, OrdersTold.class);

    private final Findings findings;
    private final Replies replies;

    ChatAnswerRoutes(Findings findings, Replies replies) {
        this.findings = findings;
        this.replies = replies;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        lookUp();
        reply();
    }

    private void lookUp() {
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
                .end();

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
                .end();
    }

    private void reply() {
        from("direct:chat-reply")
                .routeId("chat-reply")
                .routeGroup("chat")
                .routeDescription("Put an answer into words; facts by templates, books by the model")
                .choice()
                .when(Findings::isAboutBooks)
                .to("direct:chat-ask-model")
                .otherwise()
                .process(replies::byTemplate)
                .end();

        from("direct:chat-ask-model")
                .routeId("chat-ask-model")
                .routeGroup("chat")
                .routeDescription("Let the language model speak of the books found; without it the catalogue speaks")
                .circuitBreaker()
                .id("chat-model")
                .resilience4jConfiguration()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .waitDurationInOpenState(30)
                .end()
                .process(replies::prompt)
                .to("langchain4j-chat:answer?chatModel=#answerModel&chatOperation=CHAT_SINGLE_MESSAGE")
                .process(replies::takeModelAnswer)
                .onFallback()
                .process(replies::byCatalog)
                .end();
    }
}
