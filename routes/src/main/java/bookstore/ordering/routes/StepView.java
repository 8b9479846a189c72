package bookstore.ordering.routes;

import bookstore.ordering.OrderStatus;
import bookstore.ordering.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step in the life of an order as its buyer sees it. */
record StepView(Instant at, String event, @Nullable OrderStatus from, OrderStatus to, @Nullable String reason) {

    /** All steps, oldest first. */
    record Timeline(List<StepView> items) {

        static Timeline of(List<TimelineEntry> entries) {
            return new Timeline(entries.stream().map(StepView::of).toList());
        }
    }

    static StepView of(TimelineEntry entry) {
        return new StepView(entry.at(), entry.event(), entry.from(), entry.to(), entry.reason());
    }
}
