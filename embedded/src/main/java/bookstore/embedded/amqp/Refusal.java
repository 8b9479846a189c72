package bookstore.embedded.amqp;

/** A request that the broker declines; the text reaches the client as it stands here. */
final class Refusal extends RuntimeException {

    /** A reply text is a short string on the wire. */
    private static final int LONGEST = 255;

    private final transient Reply reply;

    Refusal(Reply reply, String text) {
        super(text.length() > LONGEST ? text.substring(0, LONGEST) : text, null, false, false);
        this.reply = reply;
    }

    static Refusal missing(String kind, String name) {
        return Reply.NOT_FOUND.because("no %s '%s' in vhost '/'".formatted(kind, name));
    }

    static Refusal differs(String kind, String name, String argument, Object received, Object current) {
        return Reply.PRECONDITION_FAILED.because(
                "inequivalent arg '%s' for %s '%s' in vhost '/': received %s but current is %s"
                        .formatted(argument, kind, name, received, current));
    }

    Reply reply() {
        return reply;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
