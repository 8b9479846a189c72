package bookstore.edge;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/**
 * Routes that answer operations of the contract.
 *
 * <p>Parameters are message headers under the names and with the types of the contract, defaults included; a JSON body
 * is bytes that have passed its schema ({@link Json#read}). Who asks is {@link Caller#of}. What is left as the body is
 * the answer. Nothing is handled here: a {@link bookstore.shared.Refusal}, and whatever else is thrown, is answered by
 * the edge as problem details.
 */
public abstract class HttpRoutes extends RouteBuilder {

    /** End of the id of a route that answers for all services. */
    static final String FOR_ALL = "-everywhere";

    private final String context;

    protected HttpRoutes(String context) {
        this.context = context;
    }

    /** The operations of one topic. */
    protected abstract void operations();

    @Override
    public final void configure() {
        errorHandler(noErrorHandler());
        operations();
    }

    /** Before the contract is served, which looks for the routes behind it. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    /**
     * A route that answers an operation.
     *
     * @param operationId as in the contract, such as {@code catalog-search-books}
     * @param purpose one sentence, verb first
     */
    protected RouteDefinition answer(String operationId, String purpose) {
        return from("direct:" + operationId)
                .routeId(operationId)
                .routeGroup(context)
                .routeDescription(purpose);
    }

    /** As {@link #answer}, in place of the route that answers for this process alone, and which this one may ask. */
    protected RouteDefinition answerForAll(String operationId, String purpose) {
        return answer(operationId + FOR_ALL, purpose);
    }
}
