package bookstore.saga;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the workers of this process that there is something to do; those of others find it at their next poll. */
final class Bell {

    private static final int ENOUGH = 64;

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() < ENOUGH) {
            rings.release();
        }
    }

    /** To be called inside a transaction: before its commit there would be nothing to see. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Returns at the next ring, or after a while without one. */
    void await(Duration atMost) {
        try {
            rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
