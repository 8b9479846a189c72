package bookstore.ordering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All orders. Whatever belongs to a buyer is asked for with the buyer. */
public interface Orders {

    /** Adds a new order, in the caller's transaction. */
    void add(NewOrder order);

    /**
     * The order for a change, locked until the caller's transaction ends.
     *
     * @throws bookstore.shared.PermanentFailure if there is none
     */
    Order lock(UUID orderId);

    /** As {@link #lock}, for whoever needs nothing of it but the saga that carries it. */
    String lockSaga(UUID orderId);

    /**
     * The order that was made of a basket. Until the caller's transaction ends nobody else learns that there is none.
     */
    Optional<Order> ofBasket(String basketId, long basketVersion);

    /**
     * Stores a changed order and one line of its timeline.
     *
     * @param event what caused the change
     */
    void save(Order changed, OrderStatus before, String event);

    Optional<Order> find(UUID orderId, String buyerId);

    /** For those who may see every order. */
    Optional<Order> findAny(UUID orderId);

    /**
     * Newest first.
     *
     * @param buyerId whose orders; empty for all
     * @param status only these; empty for all
     * @param after id of the last one seen; empty to begin
     */
    List<Order> list(Optional<String> buyerId, Optional<OrderStatus> status, Optional<UUID> after, int size);

    /** The steps after a version, oldest first; 0 for all. */
    List<TimelineEntry> timeline(UUID orderId, int afterVersion);
}
