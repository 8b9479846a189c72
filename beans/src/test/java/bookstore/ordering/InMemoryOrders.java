package bookstore.ordering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders without a database. */
class InMemoryOrders implements Orders {

    private final Map<UUID, Order> orders = new LinkedHashMap<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();

    @Override
    public void add(NewOrder order) {
        orders.put(order.id(), order.begun());
    }

    @Override
    public Order lock(UUID orderId) {
        return orders.get(orderId);
    }

    @Override
    public String lockSaga(UUID orderId) {
        return lock(orderId).sagaId();
    }

    @Override
    public Optional<Order> ofBasket(String basketId, long basketVersion) {
        return Optional.empty();
    }

    @Override
    public void save(Order changed, OrderStatus before, String event) {
        orders.put(changed.id(), changed);
        timeline.add(new TimelineEntry(
                changed.version(), changed.placedAt(), event, before, changed.status(), changed.reason()));
    }

    @Override
    public Optional<Order> find(UUID orderId, String buyerId) {
        return findAny(orderId).filter(order -> order.buyerId().equals(buyerId));
    }

    @Override
    public Optional<Order> findAny(UUID orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    public List<Order> list(Optional<String> buyerId, Optional<OrderStatus> status, Optional<UUID> after, int size) {
        return orders.values().stream().limit(size).toList();
    }

    @Override
    public List<TimelineEntry> timeline(UUID orderId, int afterVersion) {
        return List.copyOf(timeline);
    }
}
