package bookstore.chat.routes;

import bookstore.edge.HttpRoutes;

/** What can be said to the assistant. */
class ChatHttpRoutes extends HttpRoutes {

    private final ChatTurns turns;
    private final ChatAnswers answers;

    ChatHttpRoutes(ChatTurns turns, ChatAnswers answers) {
        super("chat");
        this.turns = turns;
        this.answers = answers;
    }

    @Override
    protected void operations() {
        answer("chat-send-message", "Answer what a shopper says, from the catalogue and his own orders")
                .process(turns::begin)
                .to("direct:chat-look-up")
                .to("direct:chat-reply")
                .process(turns::remember)
                .process(answers::answer);

        answer("chat-show-conversation", "Show what was said").process(answers::show);

        answer("chat-forget-conversation", "Forget what was said").process(answers::forget);
    }
}
