package bookstore.finance.commands;

import bookstore.shared.Command;
import java.util.UUID;

/**
 * Give the sum of an order back, as far as it was taken.
 */
public record RefundPayment(UUID orderId, String reason) implements Command {}
