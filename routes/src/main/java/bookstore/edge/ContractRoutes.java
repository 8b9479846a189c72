package bookstore.edge;

import bookstore.edge.contract.Contract;
import org.apache.camel.Exchange;

/** Serves the contract: each operation goes to the route of its name, and one without a route fails the start. */
final class ContractRoutes extends HttpRoutes {

    /** Where Camel finds the merged document. */
    static final String LOCATION = "contract:bookstore.json";

    private final Contract contract;

    ContractRoutes(Contract contract) {
        super("edge");
        this.contract = contract;
    }

    @Override
    public int getOrder() {
        return LOWEST;
    }

    @Override
    protected void operations() {
        rest().openApi().specification(LOCATION).routeId("edge-serve-contract").missingOperation("fail");

        answer("edge-show-contract", "Show what all services together promise")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .setBody(constant(contract.document()));
    }
}
