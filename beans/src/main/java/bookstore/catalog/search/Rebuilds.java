package bookstore.catalog.search;

import java.util.Optional;

/** The book of rebuilds. One runs at a time, in whatever instance; one that gives no sign for a minute has failed. */
public interface Rebuilds {

    /** Begins one; empty if one runs. */
    Optional<Rebuild> begin(int total);

    /** A sign of life, and how many books are done. */
    void progress(Rebuild rebuild, int done);

    void end(Rebuild rebuild, Rebuild.State state);

    Optional<Rebuild> running();

    Optional<Rebuild> latest();
}
