package bookstore.notification.routes;

import bookstore.finance.events.PaymentProcessed;
import bookstore.identity.events.UserRegistered;
import bookstore.messaging.MessageRoutes;
import bookstore.notification.Notifier;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;

/** What notification hears. */
class NotificationListenerRoutes extends MessageRoutes {

    private final Notifier notifier;

    NotificationListenerRoutes(Notifier notifier) {
        super("notification");
        this.notifier = notifier;
    }

    @Override
    protected void listeners() {
        hear(OrderCreated.class, "Tell the buyer that the order is here")
                .process()
                .body(OrderCreated.class, notifier::created);

        hear(PaymentProcessed.class, "Tell the buyer that the payment is here")
                .process()
                .body(PaymentProcessed.class, notifier::paid);

        hear(OrderConfirmed.class, "Tell the buyer that the books are on their way")
                .process()
                .body(OrderConfirmed.class, notifier::confirmed);

        hear(OrderCancelled.class, "Tell the buyer that there will be no books, and why")
                .process()
                .body(OrderCancelled.class, notifier::cancelled);

        hear(UserRegistered.class, "Welcome a new user").process().body(UserRegistered.class, notifier::registered);
    }
}
