package bookstore.embedded.amqp;

import bookstore.embedded.amqp.Unacknowledged.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What a channel in transactional mode has done since its last commit. */
final class Transaction {

    private final List<Runnable> work = new ArrayList<>();
    private final List<Delivery> settled = new ArrayList<>();

    void publish(Runnable publication) {
        work.add(publication);
    }

    void settle(List<Delivery> deliveries, Runnable settlement) {
        settled.addAll(deliveries);
        work.add(settlement);
    }

    void commit() {
        work.forEach(Runnable::run);
        clear();
    }

    /** The deliveries are unsettled again. */
    void rollback(Unacknowledged unacknowledged) {
        settled.forEach(unacknowledged::add);
        clear();
    }

    private void clear() {
        work.clear();
        settled.clear();
    }
}
