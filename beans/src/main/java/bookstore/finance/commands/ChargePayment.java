package bookstore.finance.commands;

import bookstore.shared.Command;
import java.util.UUID;

/**
 * Ask the provider for the sum of an order, or what became of the last time it was asked.
 */
public record ChargePayment(UUID orderId) implements Command {}
