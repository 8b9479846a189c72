package bookstore.finance;

/** Another context has not said what stands in its book; nothing follows from that. */
public class NotTold extends RuntimeException {

    public NotTold(String message, Throwable cause) {
        super(message, cause);
    }
}
