package bookstore.analytics;

import bookstore.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** What the counts say. Days are days in UTC, both ends included. */
public interface Reports {

    /**
     * The orders of a day.
     *
     * @param revenue the sums of the confirmed ones, one for each currency
     */
    record OrderDay(LocalDate day, long placed, long confirmed, long cancelled, List<Money> revenue) {}

    /**
     * Something that was looked for.
     *
     * @param withoutResults how many of the times nothing was found
     */
    record Search(String query, long times, long withoutResults) {}

    /** Days on which something happened, the latest first. */
    List<OrderDay> orders(LocalDate from, LocalDate to);

    /** What was looked for most often comes first. */
    List<Search> searches(LocalDate from, LocalDate to, int size);
}
