package bookstore.saga;

/** There is no saga of this id: it never was, its transaction was rolled back, or it ended long ago. */
public final class UnknownSaga extends IllegalArgumentException {

    UnknownSaga(String sagaId) {
        super("No saga has the id " + sagaId.substring(0, Math.min(64, sagaId.length())));
    }
}
