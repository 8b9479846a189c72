/**
 * The catalogue in PostgreSQL: books, their words, reviews and imports.
 */
@NullMarked
package bookstore.catalog.postgres;

import org.jspecify.annotations.NullMarked;
