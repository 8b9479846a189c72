/**
 * Orders, their timeline and the price list in PostgreSQL.
 */
@NullMarked
package bookstore.ordering.postgres;

import org.jspecify.annotations.NullMarked;
