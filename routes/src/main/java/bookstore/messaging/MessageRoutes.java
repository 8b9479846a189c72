package bookstore.messaging;

import bookstore.messaging.Subscriptions.Subscription;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import bookstore.shared.Request;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/**
 * Routes that hear messages. Ids, queues and types follow from the message's class.
 *
 * <p>Nothing is handled here: a failure must reach the event source, which rolls back and redelivers.
 */
public abstract class MessageRoutes extends RouteBuilder {

    private final String context;

    protected MessageRoutes(String context) {
        this.context = context;
    }

    /** The listeners of one topic. */
    protected abstract void listeners();

    @Override
    public final void configure() {
        errorHandler(noErrorHandler());
        listeners();
    }

    /**
     * A listener whose whole hop is one transaction: inbox, change, saga log and outbox together, then the
     * acknowledgement.
     *
     * @param purpose one sentence, verb first
     */
    protected RouteDefinition hear(Class<? extends Message> message, String purpose) {
        return listen("event-source", message, purpose);
    }

    /**
     * A listener that calls the outside world and so holds no transaction meanwhile; what it does must be idempotent
     * by a key of its own.
     */
    protected RouteDefinition work(Class<? extends Message> message, String purpose) {
        return listen("task-source", message, purpose);
    }

    /**
     * A listener that answers whoever asks. No transaction is held and nothing is noted: the asker waits two seconds,
     * and then asks again or does without.
     *
     * @param answer gives a record of JDK types; what it throws is not answered
     */
    protected <Q extends Request> void reply(Class<Q> request, String purpose, Function<Q, ?> answer) {
        route("kamelet:request-source?queue=", request, purpose)
                .transform()
                .body(request, answer::apply)
                .process(MessageWriter::write);
    }

    /**
     * As {@link #reply(Class, String, Function)}, for an answer that takes routes of its own; ends with
     * {@code .process(MessageRoutes::asAnswer)}.
     */
    protected RouteDefinition reply(Class<? extends Request> request, String purpose) {
        return route("kamelet:request-source?queue=", request, purpose);
    }

    /** Makes the record that is the body what goes back. */
    protected static void asAnswer(Exchange exchange) {
        MessageWriter.write(exchange);
    }

    private RouteDefinition listen(String kamelet, Class<? extends Message> message, String purpose) {
        return route("kamelet:" + kamelet + "?context=" + context + "&queue=", message, purpose);
    }

    private RouteDefinition route(String source, Class<? extends Message> message, String purpose) {
        var route = from(source + MessageType.of(message).queueOf(context))
                .routeId(Subscription.listener(context, message))
                .routeGroup(context)
                .routeDescription(purpose);
        route.process(new MessageReader(message)).id(route.getRouteId() + "-read");
        return route;
    }
}
