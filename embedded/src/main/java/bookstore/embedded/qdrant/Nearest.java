package bookstore.embedded.qdrant;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best of what it is offered; among equals those of smaller id. */
final class Nearest {

    private final int limit;
    private final Metric metric;
    private final Comparator<Hit> order;
    private final PriorityQueue<Hit> worstFirst;

    Nearest(int limit, Metric metric) {
        this.limit = limit;
        this.metric = metric;
        this.order = ((Comparator<Hit>) (one, other) -> metric.compare(one.score(), other.score()))
                .thenComparing(hit -> hit.point().id());
        this.worstFirst = new PriorityQueue<>(order.reversed());
    }

    /** Whether it is worth to look at a point of this score at all. */
    boolean wants(float score) {
        return worstFirst.size() < limit
                || !worstFirst.isEmpty() && !metric.better(worstFirst.peek().score(), score);
    }

    void offer(float score, Point point) {
        worstFirst.add(new Hit(score, point));
        if (worstFirst.size() > limit) {
            worstFirst.remove();
        }
    }

    List<Hit> bestFirst() {
        return worstFirst.stream().sorted(order).toList();
    }

    record Hit(float score, Point point) {}
}
