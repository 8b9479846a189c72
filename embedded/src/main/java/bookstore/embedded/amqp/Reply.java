package bookstore.embedded.amqp;

/** The reply codes of AMQP 0-9-1 (section 1.2) with which RabbitMQ declines; the hard ones end the connection. */
enum Reply {
    NO_ROUTE(312, false),
    CONNECTION_FORCED(320, true),
    ACCESS_REFUSED(403, false),
    NOT_FOUND(404, false),
    RESOURCE_LOCKED(405, false),
    PRECONDITION_FAILED(406, false),
    FRAME_ERROR(501, true),
    SYNTAX_ERROR(502, true),
    COMMAND_INVALID(503, true),
    CHANNEL_ERROR(504, true),
    UNEXPECTED_FRAME(505, true),
    NOT_ALLOWED(530, true),
    NOT_IMPLEMENTED(540, true),
    INTERNAL_ERROR(541, true);

    final int code;
    final boolean hard;

    Reply(int code, boolean hard) {
        this.code = code;
        this.hard = hard;
    }

    Refusal because(String reason) {
        return new Refusal(this, name() + " - " + reason);
    }
}
