package bookstore.ordering;

import java.util.UUID;

/**
 * What was answered to the request for an order, kept for whoever asks again.
 *
 * @param orderId the order that it is about
 * @param status of HTTP
 * @param body JSON
 * @param repeated whether it is the answer to an earlier request
 */
public record GivenAnswer(UUID orderId, int status, String body, boolean repeated) {}
