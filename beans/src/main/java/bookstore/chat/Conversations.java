package bookstore.chat;

import java.util.Optional;
import java.util.UUID;

/** All conversations that are not forgotten yet; each is asked for with its owner. */
public interface Conversations {

    Optional<Conversation> find(UUID id, String owner);

    void save(Conversation conversation);

    void forget(UUID id, String owner);
}
