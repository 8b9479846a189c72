package bookstore.embedded.amqp;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a channel received and has not settled yet, by delivery tag. */
final class Unacknowledged {

    /**
     * One delivery.
     *
     * @param consumer null where the client fetched the message itself
     */
    record Delivery(long tag, Queue queue, Entry entry, @Nullable Consumer consumer) {

        void settled() {
            if (consumer != null) {
                consumer.settled();
            }
        }
    }

    private final NavigableMap<Long, Delivery> deliveries = new TreeMap<>();
    private long lastTag;
    private int prefetch;

    long nextTag() {
        return ++lastTag;
    }

    void add(Delivery delivery) {
        deliveries.put(delivery.tag(), delivery);
    }

    /** The limit that all consumers of the channel share; 0 is none. */
    void limit(int messages) {
        prefetch = messages;
    }

    boolean hasRoom() {
        return prefetch == 0 || deliveries.size() < prefetch;
    }

    List<Delivery> take(long tag, boolean multiple) {
        if (multiple && tag == 0) {
            return takeAll();
        }
        Delivery last = deliveries.get(tag);
        if (last == null) {
            throw Reply.PRECONDITION_FAILED.because("unknown delivery tag " + tag);
        }
        var upTo = multiple ? deliveries.headMap(tag, true) : deliveries.subMap(tag, true, tag, true);
        var taken = new ArrayList<>(upTo.values());
        upTo.clear();
        return taken;
    }

    List<Delivery> takeAll() {
        var taken = new ArrayList<>(deliveries.values());
        deliveries.clear();
        return taken;
    }
}
