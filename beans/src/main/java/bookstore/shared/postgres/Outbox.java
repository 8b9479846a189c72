package bookstore.shared.postgres;

import bookstore.shared.Cause;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import bookstore.shared.Teller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a context has to tell. Rows are written in the transaction of the change that they tell of, and published
 * afterwards by the relay: nothing is told that did not happen, and nothing that happened is kept quiet
 * (transactional outbox).
 */
public final class Outbox implements Teller {

    /** A message that waits for the relay. */
    public record Row(
            long seq,
            UUID messageId,
            String exchange,
            String routingKey,
            String payload,
            String correlationId,
            String traceparent) {}

    /** How many messages wait for the relay, and since when the oldest does; null if none waits. */
    public record Waiting(long count, @Nullable Instant oldestAt) {}

    private final ContextDatabase database;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Supplier<UUID> ids;
    private final Runnable wakeRelay;

    /** @param wakeRelay called after each commit that wrote a row; must not block */
    public Outbox(ContextDatabase database, ObjectMapper json, Supplier<UUID> ids, Runnable wakeRelay) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.json = json;
        this.ids = ids;
        this.wakeRelay = wakeRelay;
    }

    public ContextDatabase database() {
        return database;
    }

    @Override
    public void tell(Message message) {
        add(message);
    }

    @Override
    public void tellAll(List<Message> messages) {
        addAll(messages);
    }

    /** Adds a message to the caller's transaction; without one it is an {@link IllegalStateException}. */
    public void add(Message message) {
        addAll(List.of(message));
    }

    /** Adds messages to the caller's transaction, in their order and in one statement. */
    public void addAll(List<? extends Message> messages) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a message is only told together with the change that it tells of");
        }
        if (messages.isEmpty()) {
            return;
        }
        var cause = Cause.current();
        jdbc.sql("insert into outbox (message_id, exchange, routing_key, payload, correlation_id, traceparent)"
                        + " select waiting.*, ?, ? from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as waiting")
                .params(cause.correlationId(), cause.traceparent())
                .param(messages.stream().map(message -> ids.get()).toArray(UUID[]::new))
                .param(texts(
                        messages, message -> MessageType.of(message.getClass()).exchange()))
                .param(texts(
                        messages, message -> MessageType.of(message.getClass()).routingKey()))
                .param(texts(messages, this::write))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
    }

    private static String[] texts(List<? extends Message> messages, Function<Message, String> text) {
        return messages.stream().map(text).toArray(String[]::new);
    }

    /** Locks the oldest waiting rows for the caller's transaction; rows that another relay holds are skipped. */
    public List<Row> claim(int atMost) {
        return jdbc.sql("select seq, message_id, exchange, routing_key, payload, correlation_id, traceparent"
                        + " from outbox where published_at is null order by seq limit ? for update skip locked")
                .param(atMost)
                .query(Row.class)
                .list();
    }

    public void markPublished(List<Row> rows) {
        jdbc.sql("update outbox set published_at = now() where seq = any(?)")
                .param(rows.stream().map(Row::seq).toArray(Long[]::new))
                .update();
    }

    public Waiting waiting() {
        return jdbc.sql("select count(*) as count, min(created_at) as oldest_at from outbox where published_at is null")
                .query(Waiting.class)
                .single();
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of JDK types: " + message.getClass(), e);
        }
    }

    private final class AfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
