package bookstore.chat.redis;

import bookstore.chat.Conversation;
import bookstore.chat.Conversations;
import bookstore.chat.ConversationsUnavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The owner is part of the key, so that no other finds it. */
class RedisConversations implements Conversations {

    private final StringRedisTemplate redis;
    private final ObjectMapper json;
    private final Duration memory;

    RedisConversations(StringRedisTemplate redis, ObjectMapper json, Duration memory) {
        this.redis = redis;
        this.json = json;
        this.memory = memory;
    }

    @Override
    public Optional<Conversation> find(UUID id, String owner) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(key(id, owner))).map(this::read);
        } catch (DataAccessException e) {
            throw new ConversationsUnavailable(e);
        }
    }

    @Override
    public void save(Conversation conversation) {
        try {
            var text = json.writeValueAsString(conversation);
            redis.opsForValue().set(key(conversation.id(), conversation.owner()), text, memory);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a conversation of JDK types", e);
        } catch (DataAccessException e) {
            throw new ConversationsUnavailable(e);
        }
    }

    @Override
    public boolean forget(UUID id, String owner) {
        return redis.delete(key(id, owner));
    }

    private static String key(UUID id, String owner) {
        return "chat:conversation:" + owner + ":" + id;
    }

    private Conversation read(String text) {
        try {
            return json.readValue(text, Conversation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was written: " + text, e);
        }
    }
}
