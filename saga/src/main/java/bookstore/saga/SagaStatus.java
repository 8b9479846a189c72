package bookstore.saga;

/** Where a saga stands. */
public enum SagaStatus {
    RUNNING,
    COMPENSATING,
    COMPLETING,
    COMPENSATED,
    COMPLETED
}
