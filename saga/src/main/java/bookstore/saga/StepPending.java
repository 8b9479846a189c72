package bookstore.saga;

/**
 * Thrown by a compensation or completion that has been begun and is not finished yet, such as a refund that an outside
 * party confirms later. The step stays due and is asked again after a while, or at once after
 * {@link DurableSagas#wake}; it is not a failure.
 *
 * <p>What the step has written so far is committed. So throw it outside of any inner transaction of the route: a
 * transaction template through which it flies marks everything for rollback, and then the step counts as failed.
 */
public final class StepPending extends RuntimeException {

    /** @param awaited what the step waits for */
    public StepPending(String awaited) {
        super(awaited, null, false, false);
    }
}
