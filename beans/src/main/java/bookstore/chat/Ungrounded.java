package bookstore.chat;

/** An answer that speaks of what it was not given; it is not shown. */
public class Ungrounded extends RuntimeException {

    public Ungrounded(String message) {
        super(message);
    }
}
