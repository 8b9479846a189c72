package bookstore.simulation;

/** The process is gone in the middle of a transaction. */
final class Killed extends RuntimeException {

    Killed() {
        super("killed", null, false, false);
    }
}
