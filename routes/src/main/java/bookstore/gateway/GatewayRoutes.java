package bookstore.gateway;

import bookstore.edge.contract.Contract;
import org.apache.camel.builder.RouteBuilder;

/** The ways to all services that run elsewhere. */
final class GatewayRoutes extends RouteBuilder {

    private final GatewaySettings settings;
    private final Contract contract;

    GatewayRoutes(GatewaySettings settings, Contract contract) {
        this.settings = settings;
        this.contract = contract;
    }

    /** Before the contract is served, which looks for the routes behind it. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public void configure() throws Exception {
        var answers = new LastGoodAnswers();
        for (var context : settings.services().keySet()) {
            var operations = contract.operations().stream()
                    .filter(operation -> operation.context().equals(context))
                    .toList();
            getContext().addRoutes(new ProxyRoutes(context, operations, settings, answers));
        }
    }
}
