package bookstore.embedded.amqp;

/** One request; what comes of it is a text that can be compared. */
record FuzzStep(String what, Action action) {

    static FuzzStep ask(String what, Request request) {
        return new FuzzStep(what, target -> target.ask(request));
    }

    interface Action {
        String on(FuzzTarget target) throws Exception;
    }
}
