package bookstore.chat.routes;

import bookstore.chat.PlainAnswers;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/**
 * Stands where a language model would, for a run without one: reads the same prompt and answers from its context, in
 * the catalogue's own sentences.
 */
final class EmbeddedModel implements ChatModel {

    private final Prompts prompts;

    EmbeddedModel(Prompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        var messages = request.messages();
        var prompt = ((UserMessage) messages.get(messages.size() - 1)).singleText();
        var context = prompts.read(prompt);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(PlainAnswers.about(context.subject(), context.books())))
                .build();
    }
}
