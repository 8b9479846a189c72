package bookstore.messaging;

import bookstore.shared.postgres.Inbox;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The inbox as Camel's idempotent consumer sees it. The consumer adds before it works, in the transaction of the hop;
 * so a rollback removes what Camel would otherwise have to.
 */
class InboxRepository extends ServiceSupport implements IdempotentRepository {

    private final Inbox inbox;

    InboxRepository(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean add(String consumed) {
        return inbox.add(consumed);
    }

    @Override
    public boolean contains(String consumed) {
        return inbox.contains(consumed);
    }

    @Override
    public boolean remove(String consumed) {
        return true;
    }

    @Override
    public boolean confirm(String consumed) {
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("an inbox that forgets lets everything happen twice");
    }
}
