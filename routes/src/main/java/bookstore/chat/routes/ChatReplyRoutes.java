package bookstore.chat.routes;

import org.apache.camel.builder.RouteBuilder;

/** Puts an answer into words, by a language model where that is in place. */
class ChatReplyRoutes extends RouteBuilder {

    private final Replies replies;

    ChatReplyRoutes(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

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
                .to("langchain4j-chat:answer?chatModel=#answerModel&chatOperation=CHAT_MULTIPLE_MESSAGES")
                .process(replies::takeModelAnswer)
                .onFallback()
                .process(replies::byCatalog)
                .end();
    }
}
