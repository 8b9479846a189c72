package bookstore.finance.routes;

import bookstore.edge.HttpRoutes;

/** Where the payment provider tells by itself what has happened. */
class NoticeRoutes extends HttpRoutes {

    private final NoticeDesk desk;

    NoticeRoutes(NoticeDesk desk) {
        super("finance");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("finance-hear-provider", "Take what the payment provider tells by itself, once, if it is signed")
                .process(desk::hear);
    }
}
