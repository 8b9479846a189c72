package bookstore.inventory.commands;

import bookstore.shared.Reply;
import java.util.List;
import java.util.UUID;

/** The answer to {@link TellMiscounts}. */
public record MiscountsTold(List<Entry> entries) implements Reply {

    /**
     * A book whose copies do not add up.
     *
     * @param reserved as the stock says
     * @param held as the reservations say
     * @param onHand as the stock says
     * @param moved as the movements add up
     */
    public record Entry(UUID bookId, int reserved, int held, int onHand, int moved) {}
}
