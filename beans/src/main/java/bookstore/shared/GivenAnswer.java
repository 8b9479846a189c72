package bookstore.shared;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request that made something, kept for whoever asks again.
 *
 * @param fingerprint of the request
 * @param status of HTTP
 * @param location where the thing is
 * @param etag its version, where it has one
 * @param body JSON
 */
public record GivenAnswer(
        String fingerprint, int status, @Nullable String location, @Nullable String etag, String body) {

    /**
     * This, if it was asked for by the same request.
     *
     * @throws Refusal if the key was used for another one
     */
    public GivenAnswer to(String request) {
        if (!fingerprint.equals(request)) {
            throw new Refusal(
                    Refusal.Kind.IMPOSSIBLE,
                    "key-reused",
                    "This Idempotency-Key was used for a request with another body");
        }
        return this;
    }
}
