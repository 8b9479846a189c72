package bookstore.inventory.commands;

import bookstore.shared.Request;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Say what is or was held for orders, in the order of their ids; answered with {@link ReservationsTold}.
 *
 * @param after id of the last order seen; null to begin
 * @param size most reservations that are wanted, 1 to 1000
 */
public record TellReservations(@Nullable UUID after, int size) implements Request {}
