package bookstore.finance.routes;

import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.messaging.Question;
import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import org.apache.camel.builder.RouteBuilder;

/** How finance asks the other contexts what stands in their books. */
class FinanceQuestionRoutes extends RouteBuilder {

    static final String ASK = "direct:finance-ask-others";

    private static final Question ORDERS = new Question(TellOrderBook.class, OrderBookTold.class);
    private static final Question MESSAGES = new Question(TellMessages.class, MessagesTold.class);
    private static final Question RESERVATIONS = new Question(TellReservations.class, ReservationsTold.class);
    private static final Question MISCOUNTS = new Question(TellMiscounts.class, MiscountsTold.class);
    private static final Question MAILS = new Question(TellMails.class, MailsTold.class);

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(ASK)
                .routeId("finance-ask-others")
                .routeGroup("finance")
                .routeDescription("Ask another context what stands in its book")
                .choice()
                .when(body().isInstanceOf(TellOrderBook.class))
                .process(ORDERS::ask)
                .to(ORDERS.endpoint())
                .process(ORDERS::answer)
                .when(body().isInstanceOf(TellMessages.class))
                .process(MESSAGES::ask)
                .to(MESSAGES.endpoint())
                .process(MESSAGES::answer)
                .when(body().isInstanceOf(TellReservations.class))
                .process(RESERVATIONS::ask)
                .to(RESERVATIONS.endpoint())
                .process(RESERVATIONS::answer)
                .when(body().isInstanceOf(TellMiscounts.class))
                .process(MISCOUNTS::ask)
                .to(MISCOUNTS.endpoint())
                .process(MISCOUNTS::answer)
                .when(body().isInstanceOf(TellMails.class))
                .process(MAILS::ask)
                .to(MAILS.endpoint())
                .process(MAILS::answer)
                .end();
    }
}
