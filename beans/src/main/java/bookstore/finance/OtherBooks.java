package bookstore.finance;

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

/** What the other contexts have written down. Each question is a {@link NotTold} where nobody answers. */
public interface OtherBooks {

    OrderBookTold ask(TellOrderBook request);

    MessagesTold ask(TellMessages request);

    ReservationsTold ask(TellReservations request);

    MiscountsTold ask(TellMiscounts request);

    MailsTold ask(TellMails request);
}
