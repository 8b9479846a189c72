package bookstore.ordering;

/**
 * What a buyer says who wants to have what lies in the basket.
 *
 * @param paymentToken names a payment method at the provider; never a card number
 */
public record PlaceOrder(String buyerId, String email, String paymentToken, Address shippingAddress) {}
