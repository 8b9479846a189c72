package bookstore.catalog.search;

import java.util.function.BooleanSupplier;

/**
 * Whether shoppers may come: the books that come with the shop are on its shelves, and there is an index to search. Once
 * that was so it stays so; feeds and rebuilds close no shop, and neither does a store of vectors that is away.
 */
public final class Opening {

    private final BooleanSupplier stocked;
    private final VectorStore store;
    private volatile boolean open;

    /** @param stocked whether the shop has the books that are to come with it */
    public Opening(BooleanSupplier stocked, VectorStore store) {
        this.stocked = stocked;
        this.store = store;
    }

    /** @throws IllegalStateException if the shop is not open yet, saying why */
    public void check() {
        if (open) {
            return;
        }
        if (!stocked.getAsBoolean()) {
            throw new IllegalStateException("the first books are being put on the shelves");
        }
        try {
            if (store.published().isEmpty()) {
                throw new IllegalStateException("the first books are being read into the search index");
            }
            open = true;
        } catch (VectorStoreUnavailable e) {
            // searches do without it
        }
    }
}
