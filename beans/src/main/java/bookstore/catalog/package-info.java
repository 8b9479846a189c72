/**
 * The books on offer: what they are, how they are found, what they cost. Knows nothing of buyers.
 */
@NullMarked
package bookstore.catalog;

import org.jspecify.annotations.NullMarked;
