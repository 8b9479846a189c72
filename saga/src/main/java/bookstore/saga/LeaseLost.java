package bookstore.saga;

/** Another worker has taken the saga over; whatever this one did must be rolled back. */
final class LeaseLost extends RuntimeException {

    LeaseLost(String sagaId) {
        super("Saga " + sagaId + " was taken over by another worker", null, false, false);
    }
}
