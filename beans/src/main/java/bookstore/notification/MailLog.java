package bookstore.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an admin sees of the mails. */
public interface MailLog {

    /**
     * A mail as an admin sees it.
     *
     * @param recipient absent as long as nobody knows it
     * @param dueAt when it is tried next, if it is queued
     * @param lastError of the last attempt that failed; empty if none did
     */
    record Entry(
            UUID id,
            MailKind kind,
            String about,
            @Nullable String recipient,
            MailStatus status,
            int attempts,
            String messageId,
            Instant queuedAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            String lastError) {}

    /**
     * The newest mails first.
     *
     * @param after id of the last entry seen
     * @param size most entries to answer with
     */
    List<Entry> list(Optional<MailStatus> status, Optional<MailKind> kind, Optional<UUID> after, int size);

    /** How many mails are sent no more until somebody says so. */
    long parked();

    /** Sends a mail, also one that was sent or parked before, under its message id. Empty if there is no such mail. */
    Optional<Entry> resend(UUID id);
}
