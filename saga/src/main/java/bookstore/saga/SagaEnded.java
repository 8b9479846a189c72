package bookstore.saga;

/**
 * A saga was asked for what it can no longer do, because it has been decided otherwise: the time-out, or somebody
 * else, was first. The caller's transaction is left as it is, so the caller may answer and commit.
 */
public final class SagaEnded extends IllegalStateException {

    private final SagaStatus status;

    SagaEnded(String sagaId, String verb, SagaStatus status) {
        super("Saga " + sagaId + " cannot " + verb + " because it is " + status);
        this.status = status;
    }

    /** Where the saga stands instead. */
    public SagaStatus status() {
        return status;
    }
}
