package bookstore.operations;

import bookstore.edge.HttpRoutes;

/** What everybody may know of the shop's condition. */
final class StatusRoutes extends HttpRoutes {

    private final Degradation degradation;

    StatusRoutes(Degradation degradation) {
        super("edge");
        this.degradation = degradation;
    }

    @Override
    protected void operations() {
        answer("edge-show-status", "Show what is degraded now").setBody(exchange -> degradation.report());
    }
}
