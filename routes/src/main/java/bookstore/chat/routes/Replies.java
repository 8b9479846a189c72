package bookstore.chat.routes;

import bookstore.chat.Grounding;
import bookstore.chat.PlainAnswers;
import bookstore.chat.Policies;
import bookstore.ordering.commands.OrdersTold;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Puts answers into words. Facts about orders and the shop are never left to a model. */
final class Replies {

    private static final String AWAY = "I cannot look that up at the moment. Please try again in a minute.";

    private final Policies policies;
    private final Prompts prompts;
    private final ChatSettings.Recall recall;
    private final String answeredBy;

    Replies(Policies policies, Prompts prompts, ChatSettings settings) {
        this.policies = policies;
        this.prompts = prompts;
        this.recall = settings.recall();
        this.answeredBy = settings.isEmbedded() ? Turn.EMBEDDED : "model";
    }

    void prompt(Exchange exchange) {
        var turn = Turn.of(exchange);
        var before = turn.conversation().recent(recall.turns(), recall.characters());
        exchange.getMessage().setBody(prompts.write(before, turn.context()));
    }

    /** Shows what the model says, if it speaks of nothing but what it was given. */
    void takeModelAnswer(Exchange exchange) {
        var turn = Turn.of(exchange);
        var linked = Grounding.link(exchange.getMessage().getBody(String.class), turn.offers());
        turn.answered(linked, answeredBy).enter(exchange);
    }

    void byCatalog(Exchange exchange) {
        var turn = Turn.of(exchange);
        var plain = Grounding.link(PlainAnswers.about(turn.context().subject(), turn.offers()), turn.offers());
        turn.answered(plain, Turn.EMBEDDED).lacking().enter(exchange);
    }

    void byTemplate(Exchange exchange) {
        var turn = Turn.of(exchange);
        turn.answered(template(turn), Turn.EMBEDDED).enter(exchange);
    }

    private String template(Turn turn) {
        return switch (turn.understanding().intent()) {
            case ORDER_STATUS -> orders(turn);
            case BASKET ->
                "I cannot touch your basket; you find it at /api/basket. Tell me what you like to read and I look for it.";
            case POLICY ->
                policies.about(turn.message()).orElse("I do not know that for sure. Please ask our customer service.");
            case UNSAFE -> "I cannot help with that. I can look for books, and tell you where your own orders stand.";
            case SMALLTALK ->
                "Hello! I can recommend books, find a certain one, tell you where your orders stand and how we deliver.";
            default -> "I did not understand that. What would you like to read, or which book do you look for?";
        };
    }

    private static String orders(Turn turn) {
        if (turn.degraded()) {
            return AWAY;
        }
        return turn.orders().isEmpty()
                ? "You have not ordered anything yet."
                : turn.orders().stream().map(Replies::sentence).collect(Collectors.joining("\n"));
    }

    private static String sentence(OrdersTold.Order order) {
        var why = order.reason() == null ? "" : " (" + order.reason() + ")";
        return "Order " + order.orderId() + " over " + order.total() + " is " + order.status() + why + ".";
    }
}
