package bookstore.faults;

import static bookstore.faults.CrashPoint.Moment.AFTER;
import static bookstore.faults.CrashPoint.Moment.BEFORE;

/**
 * The places at which the shop is killed: between any two things that an order leaves behind, there is one.
 *
 * <p>A place is a method, before or after it, and where several hops share the method, the queue whose message the
 * thread is handling.
 */
enum CrashPoint {
    ORDER_READ(AFTER, "ordering.routes.CheckoutReader", "read"),
    ORDER_WRITTEN(AFTER, "ordering.routes.CheckoutDesk", "outcome"),
    ORDER_COMMITTED(BEFORE, "ordering.routes.CheckoutDesk", "reply"),
    OUTBOX_CLAIMED(BEFORE, "messaging.OutboxRelayRoutes", "toMessage"),
    MESSAGE_PUBLISHED(AFTER, Place.CHANNEL, "basicPublish", Place.RELAY),
    MESSAGE_CONFIRMED(BEFORE, "shared.postgres.Outbox", "markPublished"),
    MESSAGE_MARKED(AFTER, Place.TRANSACTION, "doCommit", Place.RELAY),
    ORDER_HEARD_BY_FINANCE(BEFORE, "messaging.InboxRepository", "add", "finance.order.created"),
    CHARGE_INTENDED(AFTER, "finance.postgres.PostgresPayments", "attempt", "finance.payment.charge"),
    CHARGE_BOOKED(AFTER, "finance.simulator.SimulatedProvider", "answer", "finance.payment.charge"),
    CHARGE_ANSWERED(BEFORE, Place.TRANSACTION, "doCommit", "finance.payment.charge"),
    CHARGE_COMMITTED(BEFORE, Place.CHANNEL, "basicAck", "finance.payment.charge"),
    STOCK_RESERVED(BEFORE, Place.TRANSACTION, "doCommit", "inventory.stock.reserve"),
    STOCK_COMMITTED(BEFORE, Place.CHANNEL, "basicAck", "inventory.stock.reserve"),
    SAGA_HEARD(AFTER, "messaging.InboxRepository", "add", "ordering.payment.processed"),
    SAGA_MOVED(BEFORE, Place.TRANSACTION, "doCommit", "ordering.payment.processed"),
    SAGA_COMMITTED(BEFORE, Place.CHANNEL, "basicAck", "ordering.payment.processed"),
    SAGA_CONFIRMED(BEFORE, Place.CHANNEL, "basicAck", "ordering.inventory.reserved"),
    MAIL_TAKEN(BEFORE, "notification.routes.NotificationDeliveryRoutes", "envelope"),
    MAIL_HANDED_OVER(BEFORE, "notification.postgres.PostgresMailbox", "sent"),
    MAIL_MARKED(AFTER, "notification.postgres.PostgresMailbox", "sent"),
    REFUND_BOOKED(BEFORE, Place.TRANSACTION, "doCommit", "finance.payment.refund"),
    REFUND_COMMITTED(BEFORE, Place.CHANNEL, "basicAck", "finance.payment.refund"),
    REFUND_NOTED(BEFORE, Place.CHANNEL, "basicAck", "ordering.refund.processed"),
    EXPIRED_SAGA_CLAIMED(BEFORE, "saga.SagaWorker", "finish"),
    DEAD_LETTER_REPLAYED(BEFORE, "messaging.DeadLetterTable", "decide"),
    BOOKS_HALF_COMPARED(AFTER, "finance.simulator.SimulatedBook", "page");

    /** On which side of the method. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** Classes that many hops pass through, and the hop that has no queue. */
    static final class Place {
        static final String CHANNEL = "com.rabbitmq.client.impl.ChannelN";
        static final String TRANSACTION = "org.springframework.jdbc.datasource.DataSourceTransactionManager";
        static final String RELAY = "outbox relay";

        private Place() {}
    }

    /** Above those that a JVM or a shell gives by themselves, below those of signals. */
    private static final int FIRST_EXIT_VALUE = 60;

    private final Moment moment;
    private final String type;
    private final String method;
    private final String scene;

    CrashPoint(Moment moment, String type, String method) {
        this(moment, type, method, "");
    }

    /** @param scene the queue whose message is handled; empty where the method says enough */
    CrashPoint(Moment moment, String type, String method, String scene) {
        this.moment = moment;
        this.type = type.contains("rabbitmq") || type.contains("springframework") ? type : "bookstore." + type;
        this.method = method;
        this.scene = scene;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    boolean isAt(String where, Moment when, String currentScene) {
        return moment == when && (scene.isEmpty() || scene.equals(currentScene)) && where.equals(type + "." + method);
    }

    /** With which a process ends that was killed here, and no other does. */
    int exitValue() {
        return FIRST_EXIT_VALUE + ordinal();
    }
}
