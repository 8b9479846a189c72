package bookstore.shared;

/** A message that can never be handled, however often it is tried: it goes to the dead letters at once. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message) {
        super(message);
    }

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
