package bookstore.catalog.search;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the books' meanings are kept, in collections of which one is published. Whatever is asked of a store that is
 * away fails with a {@link VectorStoreUnavailable}.
 */
public interface VectorStore {

    /** Whichever collection is published, where one is read from. */
    String PUBLISHED = "catalog_books";

    /** The collection in which shoppers' searches look; empty before the first one was published. */
    Optional<String> published();

    boolean exists(String collection);

    /** Makes a collection, empty also if it was there before. */
    void create(String collection, int dimensions);

    /** Lets searches look into this collection from now on, and throws all others away. */
    void publish(String collection);

    void drop(String collection);

    long count(String collection);

    /** How long the vectors of a collection are. */
    long dimensions(String collection);

    Optional<BookVector> find(String collection, UUID bookId);

    void put(String collection, BookVector vector);

    void remove(String collection, UUID bookId);

    /** Tries to reach a store that was away at once instead of when it is next due. */
    void reconnect();
}
