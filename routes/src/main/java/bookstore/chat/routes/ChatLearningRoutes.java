package bookstore.chat.routes;

import bookstore.chat.Gazetteer;
import bookstore.chat.Interpreter;
import bookstore.chat.KnownBooks;
import org.apache.camel.builder.RouteBuilder;

/** How an instance of the assistant learns what all of them know. */
class ChatLearningRoutes extends RouteBuilder {

    private final KnownBooks books;
    private final Gazetteer gazetteer;
    private final Interpreter interpreter;

    ChatLearningRoutes(KnownBooks books, Gazetteer gazetteer, Interpreter interpreter) {
        this.books = books;
        this.gazetteer = gazetteer;
        this.interpreter = interpreter;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().maximumRedeliveries(20).redeliveryDelay(2000));

        from("timer:chat-learn?repeatCount=1&delay=2000")
                .routeId("chat-learn-intents")
                .routeGroup("chat")
                .routeDescription("Learn to tell intents apart before the first message comes")
                .process(exchange -> interpreter.learn());

        from("timer:chat-names?period={{bookstore.chat.names-period}}")
                .routeId("chat-load-names")
                .routeGroup("chat")
                .routeDescription("Load the names of books that other instances have heard of")
                .process(exchange -> books.all().forEach(names -> gazetteer.add(names.title(), names.authors())));
    }
}
