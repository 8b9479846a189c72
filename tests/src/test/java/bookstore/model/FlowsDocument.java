package bookstore.model;

import bookstore.messaging.Subscriptions;
import bookstore.messaging.Subscriptions.Subscription;
import bookstore.shared.Command;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.model.RouteDefinition;

/** {@code docs/flows.md}: who tells what, who hears it, and what he does then; drawn from the running routes. */
record FlowsDocument(RouteModel model) {

    private static final String HEAD =
            """
            # Flows

            Drawn from the running routes by `FlowsDocumentTest`; to draw it again after a change:
            `./mvnw test -pl tests -am -Dtest=FlowsDocumentTest -Dflows.write=true -Dsurefire.failIfNoSpecifiedTests=false`.
            A message is published on the exchange named, under its routing key, and waits in a queue
            `<consumer>.<routing key>` for each that hears it.
            """;

    String text() {
        return HEAD + section("Events", type -> !isCommand(type)) + section("Commands", FlowsDocument::isCommand);
    }

    private static boolean isCommand(Class<? extends Message> type) {
        return Command.class.isAssignableFrom(type);
    }

    private String section(String title, Predicate<Class<? extends Message>> wanted) {
        var head = "\n## " + title
                + "\n\n| message | exchange | routing key | heard by | which will |\n|---|---|---|---|---|\n";
        return Subscriptions.ALL.stream()
                .filter(subscription -> wanted.test(subscription.message()))
                .sorted(Comparator.comparing(FlowsDocument::sortKey))
                .map(this::row)
                .collect(Collectors.joining("", head, ""));
    }

    private static String sortKey(Subscription subscription) {
        return subscription.type().exchange() + subscription.type().routingKey() + subscription.consumer();
    }

    private String row(Subscription subscription) {
        var type = MessageType.of(subscription.message());
        var route = listener(subscription);
        return "| "
                + String.join(
                        " | ",
                        subscription.message().getSimpleName(),
                        type.exchange(),
                        type.routingKey(),
                        "`" + route.getRouteId() + "`",
                        Objects.requireNonNull(route.getDescriptionText()))
                + " |\n";
    }

    private RouteDefinition listener(Subscription subscription) {
        var listeners = listeners(subscription);
        if (listeners.size() != 1) {
            throw new AssertionError(subscription.queue() + " is heard by "
                    + listeners.stream().map(RouteDefinition::getRouteId).toList());
        }
        return listeners.get(0);
    }

    private List<RouteDefinition> listeners(Subscription subscription) {
        return model.routes().stream()
                .filter(route ->
                        RouteModel.from(route).matches("kamelet:.*[?&]queue=" + subscription.queue() + "(&.*)?"))
                .toList();
    }
}
