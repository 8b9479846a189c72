package bookstore.catalog.search;

import java.time.Duration;

/** Work that one instance does for all. */
public interface Leases {

    /** Whether the caller may do it; nobody else may before the time is over. False also if nobody can say. */
    boolean take(String work, Duration time);
}
