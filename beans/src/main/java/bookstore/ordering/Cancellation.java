package bookstore.ordering;

import java.util.UUID;

/**
 * Somebody calls an order off.
 *
 * @param event how the timeline names it
 * @param reason for the buyer
 */
public record Cancellation(UUID orderId, String event, String reason) {

    public static Cancellation byBuyer(UUID orderId) {
        return new Cancellation(orderId, "CancelledByBuyer", "CANCELLED_BY_BUYER");
    }

    public static Cancellation byShop(UUID orderId) {
        return new Cancellation(orderId, "CancelledByShop", "CANCELLED_BY_SHOP");
    }
}
