package bookstore.edge;

import bookstore.shared.Refusal;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.component.kamelet.KameletConsumerNotAvailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a part of the shop that is not there from a fault: it will come back, and another try is worth it. */
public final class Away {

    /** PostgreSQL's lock_not_available and idle_in_transaction_session_timeout, for which Spring has no name. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("55P03", "25P03");

    private Away() {}

    public static boolean isBehind(Throwable failure) {
        return causes(failure).anyMatch(Away::is);
    }

    /**
     * Whether nothing at all can be handled, since where a context keeps its things cannot be reached. A connection that
     * breaks in the middle is not meant: what was being handled may have broken it.
     */
    public static boolean isStoreBehind(Throwable failure) {
        return causes(failure).anyMatch(Away::isStore);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isStore(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof Refusal refusal && refusal.kind() == Refusal.Kind.UNAVAILABLE;
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
                || cause instanceof RejectedExecutionException
                || cause instanceof SQLException refused && WAITED_IN_VAIN.contains(refused.getSQLState());
    }
}
