package bookstore.finance.postgres;

import bookstore.finance.PaymentProvider.Action;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.Payments;
import bookstore.finance.ProviderNotice;
import bookstore.finance.ProviderNotices;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Inbox;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes each notice in the inbox, in the transaction of what follows from it. */
class PostgresNotices implements ProviderNotices {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Payments payments;

    PostgresNotices(ContextDatabase database, Payments payments) {
        this.transaction = database.transaction();
        this.inbox = new Inbox(database);
        this.payments = payments;
    }

    @Override
    public boolean take(ProviderNotice notice) {
        return transaction.execute(status -> {
            if (!inbox.add("provider notice " + notice.id())) {
                return false;
            }
            if (notice.about() == Action.REFUND && notice.answer().outcome() == Outcome.DECLINED) {
                payments.refundFailed(notice.answer());
            } else if (notice.about() == Action.REFUND) {
                payments.refunded(notice.answer());
            } else {
                payments.settle(notice.answer());
            }
            return true;
        });
    }
}
