package bookstore.saga;

/** Where a saga stands. */
public enum SagaStatus {
    RUNNING,
    COMPENSATING,
    COMPLETING,
    COMPENSATED,
    COMPLETED;

    /** Whether nothing follows any more. */
    public boolean isEnd() {
        return this == COMPENSATED || this == COMPLETED;
    }
}
