package bookstore.messaging;

import bookstore.shared.postgres.Inbox;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Sweeper;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spring.spi.SpringTransactionPolicy;

/** What a context needs to hear and to tell, by the names under which its Kamelets look for it. */
final class ContextMessaging {

    private ContextMessaging() {}

    static void add(CamelContext camel, Outbox outbox, MessagingSettings settings, SweepSettings sweep) {
        var database = outbox.database();
        var context = database.context();
        var registry = camel.getRegistry();
        registry.bind(context + "-transaction", new SpringTransactionPolicy(database.transactionManager()));
        registry.bind(context + "-inbox", new InboxRepository(new Inbox(database)));
        registry.bind(context + "-database", database.dataSource());
        try {
            camel.addRoutes(new OutboxRelayRoutes(outbox, settings));
            camel.addRoutes(new SweepRoutes(context, new Sweeper(database, sweep.keep())));
            if (!Subscriptions.of(context).isEmpty()) {
                camel.addRoutes(new DeadLetterRoutes(context));
            }
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }
}
