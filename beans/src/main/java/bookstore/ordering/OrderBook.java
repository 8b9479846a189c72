package bookstore.ordering;

import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;

/** What ordering has written down, for those who hold their own books against it. */
public interface OrderBook {

    OrderBookTold tell(TellOrderBook request);

    MessagesTold tell(TellMessages request);
}
