package bookstore.gateway;

import bookstore.edge.HttpRoutes;
import bookstore.edge.contract.Contract;
import bookstore.edge.contract.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.model.MulticastDefinition;

/**
 * What every service answers of its own messages is asked of all of them and made one answer (scatter-gather). One
 * after the other: nobody but an admin waits, and nothing is gained by asking in a hurry.
 */
final class EverywhereRoutes extends HttpRoutes {

    private static final String CONTEXT = "messaging";
    private static final List<String> HERE = List.of("gateway");

    private final Contract contract;
    private final Collection<List<String>> neighbours;
    private final Merging merging;

    EverywhereRoutes(GatewaySettings settings, Contract contract, Merging merging) {
        super(CONTEXT);
        this.contract = contract;
        this.neighbours = neighbours(settings);
        this.merging = merging;
    }

    /** Contexts of one process share their addresses, and are asked once. */
    private static Collection<List<String>> neighbours(GatewaySettings settings) {
        var byAddress = new TreeMap<String, List<String>>();
        new TreeMap<>(settings.services()).forEach((context, addresses) -> byAddress
                .computeIfAbsent(String.join(",", addresses), unknown -> new ArrayList<>())
                .add(context));
        return byAddress.values();
    }

    @Override
    protected void operations() {
        if (!neighbours.isEmpty()) {
            contract.operations().stream()
                    .filter(operation -> operation.context().equals(CONTEXT))
                    .forEach(this::everywhere);
        }
    }

    private void everywhere(Operation operation) {
        var asked = new ArrayList<List<String>>();
        asked.add(HERE);
        asked.addAll(neighbours);
        var route = answerForAll(operation.id(), "Ask all services, and make one answer of theirs")
                .setProperty(Merging.SIZE, header("size"));
        ask(route.multicast(new Answers(asked)), operation).end().process(exchange -> merge(operation, exchange));
    }

    private MulticastDefinition ask(MulticastDefinition all, Operation operation) {
        all.to("direct:" + operation.id());
        for (var contexts : neighbours) {
            all.pipeline()
                    .process(new Forward())
                    .to("direct:" + contexts.get(0) + "-proxy-balance")
                    .convertBodyTo(byte[].class)
                    .end();
        }
        return all;
    }

    private void merge(Operation operation, Exchange exchange) {
        switch (operation.id()) {
            case "messaging-list-dead-letters" -> merging.letters(exchange);
            case "messaging-show-outbox" -> merging.backlogs(exchange);
            case "messaging-replay-dead-letters" -> merging.begun(exchange);
            default -> merging.theOne(exchange);
        }
    }
}
