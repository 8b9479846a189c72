package bookstore.edge;

import bookstore.edge.contract.Contract;
import org.apache.camel.Exchange;

/** Serves the contract: each operation goes to the route of its name, and one without a route fails the start. */
final class ContractRoutes extends HttpRoutes {

    /** Where Camel finds the merged document. */
    static final String LOCATION = "contract:bookstore.json";

    private final String document;

    /** The files name the embedded issuer, whose place is below our own. */
    ContractRoutes(Contract contract, EdgeSettings settings) {
        super("edge");
        this.document = contract.document()
                .replace("\"/oauth2/token\"", "\"" + settings.tokenUrl() + "\"")
                .replace("\"/oauth2/authorize\"", "\"" + settings.authorizationUrl() + "\"");
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
                .setBody(constant(document));
    }
}
