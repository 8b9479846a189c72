package bookstore.finance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the provider's book, payments, ledger, orders, reservations, stock, mails and messages against each other. It
 * reports and repairs nothing; what is younger than the time that the shop needs for an order is left out, since it may
 * still be under way, and so is the book of whoever does not answer.
 */
public interface Reconciliation {

    /** Where two books differ. */
    enum Kind {
        CHARGE_UNKNOWN_TO_US,
        CHARGE_UNKNOWN_TO_PROVIDER,
        CHARGE_DIFFERS,
        CHARGE_UNANSWERED,
        REFUND_UNKNOWN_TO_US,
        REFUND_UNKNOWN_TO_PROVIDER,
        CONFIRMED_BUT_NOT_PAID,
        CONFIRMED_FOR_ANOTHER_SUM,
        CANCELLED_BUT_NOT_REFUNDED,
        PAID_BUT_NEVER_ENDED,
        LEDGER_DIFFERS,
        MESSAGE_NOT_SENT,
        MESSAGE_NOT_HANDLED,
        MESSAGE_NOT_HEARD,
        ORDER_UNKNOWN,
        ORDER_NEVER_ENDED,
        ORDER_END_NOT_HEARD,
        CONFIRMED_BUT_NOT_SHIPPED,
        BOOKS_WITHOUT_ORDER,
        STOCK_MISCOUNTED,
        STOCK_UNEXPLAINED,
        MAIL_MISSING,
        MAIL_WITHOUT_CAUSE
    }

    /**
     * A difference. It is resolved when a later run does not find it any more.
     *
     * @param orderId of the order; of the message or the book where it is about one of those
     * @param ours what the payments say; sums are in the minor unit
     * @param theirs what the provider's book or the order says
     */
    record Finding(
            long id,
            Kind kind,
            UUID orderId,
            String ours,
            String theirs,
            Instant foundAt,
            @Nullable Instant resolvedAt) {}

    /**
     * How a run went.
     *
     * @param checked payments and ended orders together
     * @param found new findings
     * @param resolved findings that are gone
     * @param open findings that there are now
     */
    record Run(Instant ranAt, long checked, long found, long resolved, long open) {}

    /** Compares now; empty if somebody else is just doing that. */
    Optional<Run> run();

    Optional<Run> latest();

    /**
     * The latest findings first.
     *
     * @param after id of the last finding seen
     */
    List<Finding> findings(boolean open, Optional<Long> after, int size);

    /** How many findings of each kind are open. */
    Map<Kind, Long> open();
}
