package bookstore.ordering;

import bookstore.shared.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from something that an order has heard.
 *
 * @param order as it is afterwards
 * @param steps that lead there, each one line of the timeline; none if there was nothing new in it
 * @param told to the other contexts
 */
public record Decision(Order order, List<Step> steps, List<Message> told) {

    /** @param event what caused the change */
    public record Step(Order changed, OrderStatus before, String event) {}

    static Decision nothingNewFor(Order order) {
        return new Decision(order, List.of(), List.of());
    }

    Decision step(Order changed, String event) {
        return new Decision(changed, and(steps, new Step(changed, order.status(), event)), told);
    }

    Decision tell(Message message) {
        return new Decision(order, steps, and(told, message));
    }

    private static <T> List<T> and(List<T> list, T last) {
        var longer = new ArrayList<T>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
