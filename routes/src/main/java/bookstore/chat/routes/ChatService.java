package bookstore.chat.routes;

import bookstore.OnService;
import bookstore.chat.Conversations;
import bookstore.chat.Gazetteer;
import bookstore.chat.Interpreter;
import bookstore.chat.KnownBooks;
import bookstore.chat.Policies;
import bookstore.chat.postgres.ChatPostgres;
import bookstore.chat.redis.ChatRedis;
import bookstore.edge.Json;
import bookstore.shared.Embeddings;
import bookstore.shared.Ids;
import bookstore.shared.onnx.EmbeddingModel;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.ChatModel;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the chat service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("chat")
@Import({ChatPostgres.class, ChatRedis.class, EmbeddingModel.class})
public class ChatService {

    @Bean
    Interpreter interpreter(Embeddings embeddings, Gazetteer gazetteer) {
        return new Interpreter(embeddings, gazetteer);
    }

    @Bean
    ChatModel answerModel(ChatSettings settings, ObjectMapper json) {
        return settings.isEmbedded()
                ? new EmbeddedModel(new Prompts(json))
                : settings.ollama().connect();
    }

    @Bean
    RouteBuilder chatHttpRoutes(Interpreter interpreter, Conversations conversations, Json json, Ids ids, Clock clock) {
        return new ChatHttpRoutes(
                new ChatTurns(interpreter, conversations, json, ids, clock), new ChatAnswers(conversations, json));
    }

    @Bean
    RouteBuilder chatLookUpRoutes(ObjectMapper json) {
        return new ChatLookUpRoutes(new Findings(json));
    }

    @Bean
    RouteBuilder chatReplyRoutes(Embeddings embeddings, ObjectMapper json, ChatSettings settings) {
        return new ChatReplyRoutes(new Replies(new Policies(embeddings), new Prompts(json), settings));
    }

    @Bean
    RouteBuilder chatListenerRoutes(KnownBooks books) {
        return new ChatListenerRoutes(books);
    }

    @Bean
    RouteBuilder chatLearningRoutes(KnownBooks books, Gazetteer gazetteer, Interpreter interpreter) {
        return new ChatLearningRoutes(books, gazetteer, interpreter);
    }
}
