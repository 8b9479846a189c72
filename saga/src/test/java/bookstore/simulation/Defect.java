package bookstore.simulation;

/** What somebody might build wrong. A simulation with one of them must not hold what it promises. */
enum Defect {
    NO_INBOX("a message that comes again is handled again"),
    NO_OUTBOX("messages are sent before the commit"),
    MARKED_BEFORE_CONFIRM("the relay marks a message as published before the broker has it"),
    EARLY_ACK("a message is acknowledged before it is handled"),
    NO_FENCE("a worker whose lease is over writes all the same"),
    UNDO_NOT_RETRIED("an undo step that fails counts as done"),
    TIMEOUT_IGNORED("a saga past its deadline is left alone"),
    SECOND_DECISION("a saga that is decided can be decided otherwise"),
    HEARD_AFTER_END("an order goes on though its saga has been decided otherwise"),
    UNKNOWN_READ_AS_DECLINED("a provider that says nothing has said no"),
    NO_IS_FINAL("money that was taken although a no was heard is never looked for"),
    LATE_CAPTURE_KEPT("money that comes after the end is kept"),
    CHARGED_AFTER_END("an order that is created after its end is charged"),
    CHARGE_WITHOUT_KEY("asking again for the money takes it again"),
    REFUND_WITHOUT_KEY("asking again for the refund pays it again"),
    REFUND_NOT_RETRIED("a refund that fails is forgotten"),
    REFUND_ASKED_ONCE("a saga asks for the refund once, whatever becomes of the question"),
    REFUND_TOLD_ONCE("a refund that was made is told once, whatever becomes of the word"),
    STOCK_HELD_AFTER_END("books are held for an order that has ended"),
    STOCK_RELEASED_TWICE("books go back though they are not held any more"),
    HELD_IN_PART("books are held though others of the order are missing"),
    MAIL_NOT_TAKEN("two senders send the same mail");

    final String what;

    Defect(String what) {
        this.what = what;
    }

    @Override
    public String toString() {
        return name() + ": " + what;
    }
}
