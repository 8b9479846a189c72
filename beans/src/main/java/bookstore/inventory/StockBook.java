package bookstore.inventory;

import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;

/** What inventory has written down, for those who hold their own books against it. */
public interface StockBook {

    ReservationsTold tell(TellReservations request);

    MiscountsTold tell(TellMiscounts request);
}
