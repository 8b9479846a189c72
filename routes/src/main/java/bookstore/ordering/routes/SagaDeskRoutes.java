package bookstore.ordering.routes;

import bookstore.edge.HttpRoutes;

/** What operators see of sagas, and do for them. */
class SagaDeskRoutes extends HttpRoutes {

    private final SagaDesk desk;

    SagaDeskRoutes(SagaDesk desk) {
        super("ordering");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("ordering-list-sagas", "List sagas, those that need attention first")
                .setBody(desk::list);

        answer("ordering-show-saga", "Show a saga with its steps").setBody(desk::find);

        answer("ordering-retry-saga", "Call the step whose turn it is at once").process(desk::retry);

        answer("ordering-compensate-saga", "Undo an order that is still under way")
                .transacted("ordering-transaction")
                .setBody(desk::cancellation)
                .to("direct:ordering-call-off-order")
                .process(desk::compensated);
    }
}
