package bookstore.basket;

import java.time.Duration;
import java.util.Optional;

/**
 * Where baskets are kept, for a while: each look or change begins the while anew. If they cannot be reached, that is a
 * {@link bookstore.shared.Refusal} of kind UNAVAILABLE, never an empty basket.
 */
public interface Baskets {

    Optional<Basket> find(Owner owner);

    /**
     * Puts a basket in the place of the one that was found there.
     *
     * @param found what {@link #find} said
     * @return false if another one has come there since
     */
    boolean replace(Owner owner, Optional<Basket> found, Basket wanted);

    /**
     * Forgets a basket.
     *
     * @return false if it has changed since it was found
     */
    boolean remove(Owner owner, Basket found);

    /** How long a basket that nobody looks at is kept. */
    Duration keeps(Owner owner);
}
