package bookstore.finance.routes;

import bookstore.finance.NotTold;
import bookstore.finance.OtherBooks;
import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.shared.Reply;
import bookstore.shared.Request;
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Asks the other contexts over the broker. */
class AskedBooks implements OtherBooks {

    private final Supplier<ProducerTemplate> camel;

    AskedBooks(Supplier<ProducerTemplate> camel) {
        this.camel = camel;
    }

    @Override
    public OrderBookTold ask(TellOrderBook request) {
        return ask(request, OrderBookTold.class);
    }

    @Override
    public MessagesTold ask(TellMessages request) {
        return ask(request, MessagesTold.class);
    }

    @Override
    public ReservationsTold ask(TellReservations request) {
        return ask(request, ReservationsTold.class);
    }

    @Override
    public MiscountsTold ask(TellMiscounts request) {
        return ask(request, MiscountsTold.class);
    }

    @Override
    public MailsTold ask(TellMails request) {
        return ask(request, MailsTold.class);
    }

    private <R extends Reply> R ask(Request request, Class<R> reply) {
        try {
            return camel.get().requestBody(FinanceQuestionRoutes.ASK, request, reply);
        } catch (CamelExecutionException e) {
            throw new NotTold("no answer to " + request.getClass().getSimpleName(), e);
        }
    }
}
