package bookstore.edge;

import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.component.kamelet.KameletConsumerNotAvailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a part of the shop that is not there from a fault: it will come back, and another try is worth it. */
public final class Away {

    private Away() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Away::is);
    }

    /** A rollback or a commit that fails does so since its connection has gone; a route may have been stopped by hand. */
    static boolean is(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof ExchangeTimedOutException
                || cause instanceof DirectConsumerNotAvailableException
                || cause instanceof KameletConsumerNotAvailableException
                || cause instanceof RejectedExecutionException;
    }
}
