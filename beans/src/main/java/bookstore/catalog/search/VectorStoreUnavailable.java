package bookstore.catalog.search;

/** The store of vectors does not answer, or not in time; what needs it is to be tried again. */
public final class VectorStoreUnavailable extends RuntimeException {

    public VectorStoreUnavailable(Throwable cause) {
        super(cause);
    }
}
