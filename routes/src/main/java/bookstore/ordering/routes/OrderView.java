package bookstore.ordering.routes;

import bookstore.ordering.Order;
import bookstore.ordering.OrderLine;
import bookstore.ordering.OrderStatus;
import bookstore.shared.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its buyer sees it. */
record OrderView(
        UUID id,
        OrderStatus status,
        List<Item> items,
        Money total,
        Instant placedAt,
        @Nullable String reason,
        Transfer payment,
        @Nullable Transfer refund,
        Map<String, String> links) {

    /** One book, at the price of the moment in which the order was placed. */
    record Item(UUID bookId, String title, int quantity, Money unitPrice, Money lineTotal) {

        static Item of(OrderLine line) {
            return new Item(line.bookId(), line.title(), line.quantity(), line.unitPrice(), line.lineTotal());
        }
    }

    /**
     * Money on its way or there.
     *
     * @param status PENDING, PROCESSED, or FAILED for a payment that will not come
     * @param reference what the provider calls it
     */
    record Transfer(String status, @Nullable String reference) {}

    static String path(UUID orderId) {
        return "/api/orders/" + orderId;
    }

    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.status(),
                order.lines().stream().map(Item::of).toList(),
                order.total(),
                order.placedAt(),
                order.reason(),
                payment(order),
                refund(order),
                links(order));
    }

    private static Transfer payment(Order order) {
        if (order.paymentReference() != null) {
            return new Transfer("PROCESSED", order.paymentReference());
        }
        return new Transfer(isGivenUp(order) ? "FAILED" : "PENDING", null);
    }

    private static @Nullable Transfer refund(Order order) {
        if (order.refundReference() != null) {
            return new Transfer("PROCESSED", order.refundReference());
        }
        return order.paymentReference() != null && isGivenUp(order) ? new Transfer("PENDING", null) : null;
    }

    private static boolean isGivenUp(Order order) {
        return switch (order.status()) {
            case PAYMENT_FAILED, COMPENSATION_STARTED, ORDER_CANCELLED -> true;
            default -> false;
        };
    }

    /** Where to go from here; what is not possible now is not there. */
    private static Map<String, String> links(Order order) {
        var links = new LinkedHashMap<String, String>();
        var self = path(order.id());
        links.put("self", self);
        links.put("timeline", self + "/timeline");
        links.put("events", self + "/events");
        links.put("reorder", self + "/reorder");
        if (order.status().isCancellable()) {
            links.put("cancel", self + "/cancel");
        }
        if (order.status() == OrderStatus.ORDER_CONFIRMED) {
            links.put("invoice", self + "/invoice");
        }
        return links;
    }
}
