package bookstore.shared;

/**
 * A message could not be handled, but what it is about is written down as open and the clock will take it up again. So
 * it is tried as often as others and then let go: a dead letter would ask somebody to do what is done anyway.
 */
public class TakenUpLater extends RuntimeException {

    public TakenUpLater(String message) {
        super(message);
    }
}
