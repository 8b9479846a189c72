package bookstore.ordering;

/** Why the saga of an order is undone though nobody has called the order off and nothing has failed. */
public enum UndoCause {
    /** It has taken too long. */
    TIMED_OUT("SagaTimedOut"),

    /** Somebody of the shop has had the saga undone. */
    BY_SHOP("CancelledByShop");

    private final String event;

    UndoCause(String event) {
        this.event = event;
    }

    /** How the timeline names it. */
    String event() {
        return event;
    }

    /** For the buyer. */
    String reason(String timeout) {
        return this == TIMED_OUT ? timeout : "CANCELLED_BY_SHOP";
    }
}
