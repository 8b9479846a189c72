package bookstore.chat;

import java.util.Optional;
import java.util.UUID;

/** All conversations that are not forgotten yet; each is asked for with its owner. */
public interface Conversations {

    /** @throws ConversationsUnavailable if it cannot be said for the moment */
    Optional<Conversation> find(UUID id, String owner);

    /** @throws ConversationsUnavailable if it cannot be kept for the moment */
    void save(Conversation conversation);

    /** @return false if there was none of that owner's */
    boolean forget(UUID id, String owner);
}
