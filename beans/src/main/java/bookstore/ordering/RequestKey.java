package bookstore.ordering;

/**
 * By what a repeated request is known ({@code Idempotency-Key}).
 *
 * @param operation the route that was asked; the same key elsewhere is another one
 * @param key the caller's, 1 to 255 characters
 * @param bodyHash tells whether it is the same request again
 */
public record RequestKey(String buyerId, String operation, String key, String bodyHash) {}
