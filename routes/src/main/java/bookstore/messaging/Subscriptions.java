package bookstore.messaging;

import bookstore.basket.commands.FillBasket;
import bookstore.basket.commands.ReadBasket;
import bookstore.catalog.commands.FindBooks;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.catalog.events.SearchesCounted;
import bookstore.finance.commands.ChargePayment;
import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.identity.events.UserRegistered;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.inventory.events.StockChanged;
import bookstore.notification.commands.TellMails;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.ordering.commands.TellOrders;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who hears what. Every process declares all of it, so that a message waits for a consumer that has never run yet
 * instead of being unroutable.
 */
public final class Subscriptions {

    /** @param consumer the context that listens */
    public record Subscription(String consumer, Class<? extends Message> message) {

        public MessageType type() {
            return MessageType.of(message);
        }

        public String queue() {
            return type().queueOf(consumer);
        }

        /** Id of the route that hears it, such as {@code inventory-on-reserve-stock}. */
        String listener() {
            return listener(consumer, message);
        }

        static String listener(String consumer, Class<? extends Message> message) {
            var words = message.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            return consumer + "-on-" + words.toLowerCase(Locale.ROOT);
        }

        public String deadLetterQueue() {
            return queue() + ".dead";
        }
    }

    public static final List<Subscription> ALL = Stream.of(
                    hears("finance", OrderCreated.class, OrderConfirmed.class, OrderCancelled.class),
                    hears("finance", ChargePayment.class, RefundPayment.class),
                    hears("ordering", PaymentProcessed.class, PaymentRejected.class, RefundProcessed.class),
                    hears("ordering", InventoryReserved.class, InventoryUnavailable.class),
                    hears("ordering", BookCreated.class, BookDeleted.class, PriceChanged.class),
                    hears("inventory", ReserveStock.class, OrderConfirmed.class, OrderCancelled.class),
                    hears("inventory", BookCreated.class),
                    hears("notification", OrderCreated.class, PaymentProcessed.class, OrderConfirmed.class),
                    hears("notification", OrderCancelled.class, UserRegistered.class),
                    hears("basket", ReadBasket.class, FillBasket.class, OrderCreated.class),
                    hears("basket", BookCreated.class, BookUpdated.class, BookDeleted.class, PriceChanged.class),
                    hears("basket", StockChanged.class),
                    hears("catalog", StockChanged.class, OrderCreated.class, OrderConfirmed.class),
                    hears("catalog", OrderCancelled.class),
                    hears("catalog", BookCreated.class, BookUpdated.class, BookDeleted.class, PriceChanged.class),
                    hears("catalog", FindBooks.class),
                    hears("ordering", TellOrders.class, TellOrderBook.class, TellMessages.class),
                    hears("inventory", TellReservations.class, TellMiscounts.class),
                    hears("notification", TellMails.class),
                    hears("chat", BookCreated.class),
                    hears("analytics", BookCreated.class, UserRegistered.class, SearchesCounted.class),
                    hears("analytics", OrderCreated.class, OrderConfirmed.class, OrderCancelled.class))
            .flatMap(List::stream)
            .toList();

    private Subscriptions() {}

    /** Id of the route that hears a queue. */
    static String listenerOf(String queue) {
        return ALL.stream()
                .filter(subscription -> subscription.queue().equals(queue))
                .findAny()
                .map(Subscription::listener)
                .orElse(queue);
    }

    /** The queues of one consumer. */
    public static List<Subscription> of(String consumer) {
        return ALL.stream().filter(s -> s.consumer().equals(consumer)).toList();
    }

    @SafeVarargs
    private static List<Subscription> hears(String consumer, Class<? extends Message>... messages) {
        var subscriptions = new ArrayList<Subscription>();
        for (var message : messages) {
            subscriptions.add(new Subscription(consumer, message));
        }
        return subscriptions;
    }
}
