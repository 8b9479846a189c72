package bookstore.saga;

import org.apache.camel.builder.RouteBuilder;

/**
 * Routes of a saga: its root, its participants and their undo steps.
 *
 * <p>Nothing is handled here. Camel decides by the exchange's exception alone whether a saga is compensated: a failure
 * that {@code onException(..).handled(true)}, a dead letter channel, a {@code doCatch} or a circuit breaker's fallback
 * swallows makes the saga <em>complete</em>, and an undo step whose failure is swallowed counts as done. Even the
 * default error handler does harm, it marks the exchange as exhausted and the caller's own error handling no longer
 * runs. So every route of a saga has no error handler; what failed is answered at the edge that called it.
 *
 * <p>Two more traps: a saga wraps its whole route, so {@code .saga()} stands right after the ids and is never
 * {@code .end()}ed; and {@code removeHeaders("*")} loses the saga, which is nothing but a header.
 */
public abstract class SagaRoutes extends RouteBuilder {

    /** Header that tells an undo step why: {@link Saga#TIMEOUT}, what an operator gave as reason, or the failure. */
    public static final String REASON = "Saga-Reason";

    /** Header that tells an undo step whether it was pending when it was last asked. */
    public static final String ASKED_AGAIN = "Saga-Asked-Again";

    /** The routes, as in {@link #configure()}. */
    protected abstract void routes();

    @Override
    public final void configure() {
        errorHandler(noErrorHandler());
        routes();
    }
}
