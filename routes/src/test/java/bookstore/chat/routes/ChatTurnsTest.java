package bookstore.chat.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.chat.Conversations;
import bookstore.chat.Gazetteer;
import bookstore.chat.Interpreter;
import bookstore.chat.redis.ChatRedis;
import bookstore.chat.redis.ConversationSettings;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import bookstore.shared.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** While its memory is away the assistant answers without. */
@ExtendWith(OutputCaptureExtension.class)
class ChatTurnsTest {

    private final ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private EmbeddedRedis redis;
    private Conversations conversations;
    private ChatTurns turns;

    @BeforeEach
    void open(@TempDir Path directory) {
        redis = EmbeddedRedis.start(directory, 0);
        context.registerBean(LettuceConnectionFactory.class, () -> connections(redis.port()));
        context.registerBean(
                StringRedisTemplate.class,
                () -> new StringRedisTemplate(context.getBean(LettuceConnectionFactory.class)));
        context.registerBean(ObjectMapper.class, () -> mapper);
        context.registerBean(ConversationSettings.class, () -> new ConversationSettings(Duration.ofHours(1)));
        context.register(ChatRedis.class);
        context.refresh();
        conversations = context.getBean(Conversations.class);
        var clock = Clock.systemUTC();
        turns = new ChatTurns(
                new Interpreter(new NoEmbeddings(), new Gazetteer()),
                conversations,
                new Json(mapper),
                new Ids(clock),
                clock);
    }

    @AfterEach
    void close() {
        context.close();
        redis.close();
    }

    @Test
    void what_is_answered_is_remembered(CapturedOutput output) {
        var exchange = begin(null);

        turns.remember(exchange);

        var begun = Turn.of(exchange).conversation();
        assertThat(conversations.find(begun.id(), "alice").orElseThrow().turns())
                .extracting(turn -> turn.message())
                .containsExactly("9780141439518");
        assertThat(Turn.of(begin(begun.id())).conversation().subject()).isPresent();
        assertThat(output).doesNotContain("remember");
    }

    @Test
    void an_answer_that_cannot_be_remembered_is_an_answer_all_the_same(CapturedOutput output) {
        var exchange = begin(null);
        redis.close();

        turns.remember(exchange);

        assertThat(output).contains("the turn cannot be remembered");
    }

    @Test
    void a_conversation_that_cannot_be_read_goes_on_without_memory_and_is_not_written_over(CapturedOutput output) {
        var id = UUID.randomUUID();
        redis.close();

        var exchange = begin(id);
        turns.remember(exchange);

        var turn = Turn.of(exchange);
        assertThat(turn.conversation().id()).isEqualTo(id);
        assertThat(turn.conversation().turns()).isEmpty();
        assertThat(turn.degraded()).isTrue();
        assertThat(output)
                .contains("without memory of the conversation")
                .doesNotContain("the turn cannot be remembered");
    }

    private Exchange begin(@Nullable UUID conversation) {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty("bookstore.caller", new Caller(Optional.of("alice"), Set.of("user"), Optional.empty()));
        var id = conversation == null ? "null" : "\"" + conversation + "\"";
        exchange.getMessage().setBody("{\"conversationId\":" + id + ",\"message\":\"9780141439518\"}");
        turns.begin(exchange);
        return exchange;
    }

    private static LettuceConnectionFactory connections(int port) {
        return new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .build());
    }

    /** An ISBN is understood without a model. */
    private static final class NoEmbeddings implements Embeddings {

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] ofQuery(String text) {
            throw new EmbeddingUnavailable("none here");
        }

        @Override
        public float[] ofPassage(String text) {
            throw new EmbeddingUnavailable("none here");
        }
    }
}
