package bookstore.finance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the payment provider believes, read page by page as providers give it. */
public interface ProviderBook {

    /**
     * A charge in the provider's book.
     *
     * @param key idempotency key of the request: the order's id
     * @param capturedAt null if no money was taken
     * @param refundedAt null if no money went back
     */
    record Entry(
            UUID key, long amountMinor, String currency, @Nullable Instant capturedAt, @Nullable Instant refundedAt) {}

    /**
     * The next entries in the order of their keys.
     *
     * @param after the last key seen
     */
    List<Entry> page(Optional<UUID> after, int size);
}
