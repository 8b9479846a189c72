package bookstore.notification;

import bookstore.finance.events.PaymentProcessed;
import bookstore.identity.events.UserRegistered;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Decides who is written to about what. Events come in any order: every one that names an address leaves it for those
 * that do not.
 */
public class Notifier {

    private final Mailbox mailbox;

    public Notifier(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    public void created(OrderCreated event) {
        buyer(event.orderId(), event.buyerId(), event.email());
        var lines =
                event.lines().stream().map(line -> line(line, event.currency())).toList();
        order(
                MailKind.ORDER_CREATED,
                event.orderId(),
                Map.of("lines", lines, "total", money(event.totalMinor(), event.currency())));
    }

    public void paid(PaymentProcessed event) {
        order(
                MailKind.PAYMENT_PROCESSED,
                event.orderId(),
                Map.of("total", money(event.amountMinor(), event.currency()), "reference", event.reference()));
    }

    public void confirmed(OrderConfirmed event) {
        buyer(event.orderId(), event.buyerId(), event.email());
        order(MailKind.ORDER_CONFIRMED, event.orderId(), Map.of("total", money(event.totalMinor(), event.currency())));
    }

    public void cancelled(OrderCancelled event) {
        buyer(event.orderId(), event.buyerId(), event.email());
        order(MailKind.ORDER_CANCELLED, event.orderId(), Map.of("reason", event.reason()));
    }

    public void registered(UserRegistered event) {
        mailbox.note(new Addressee(event.userId(), event.userId(), event.email(), event.locale()));
        mailbox.put(new Notice(MailKind.USER_REGISTERED, event.userId(), Map.of("name", event.name())));
    }

    private void buyer(UUID orderId, String buyerId, String email) {
        mailbox.note(new Addressee(orderId.toString(), buyerId, email, ""));
    }

    private void order(MailKind kind, UUID orderId, Map<String, Object> facts) {
        var all = new TreeMap<>(facts);
        all.put("order", orderId.toString());
        mailbox.put(new Notice(kind, orderId.toString(), all));
    }

    private static Map<String, Object> line(OrderCreated.Line line, String currency) {
        return Map.of(
                "title", line.title(),
                "quantity", line.quantity(),
                "price", money(Math.multiplyExact(line.unitMinor(), (long) line.quantity()), currency));
    }

    private static Map<String, String> money(long minor, String currency) {
        var sum = Money.ofMinor(minor, currency);
        return Map.of("amount", sum.amount(), "currency", sum.currency());
    }
}
