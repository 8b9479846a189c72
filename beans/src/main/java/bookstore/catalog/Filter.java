package bookstore.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which books are wanted; what is null does not matter.
 *
 * @param category name or id of the heading, as author and publisher; case and accents of a name do not matter
 * @param language ISO 639-1
 * @param minPrice least that the book may cost now, in the minor unit of the shop's currency
 * @param maxPrice most that the book may cost now, likewise
 * @param inStock whether there is a copy to be sold
 */
public record Filter(
        @Nullable String category,
        @Nullable String author,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable Boolean inStock) {

    public static final Filter NONE = new Filter(null, null, null, null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
