/**
 * The basket's copy of what the catalogue and inventory say of books.
 */
@NullMarked
package bookstore.basket.postgres;

import org.jspecify.annotations.NullMarked;
