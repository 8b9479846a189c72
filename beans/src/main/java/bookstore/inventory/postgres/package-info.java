/**
 * Stock and reservations in PostgreSQL.
 */
@NullMarked
package bookstore.inventory.postgres;

import org.jspecify.annotations.NullMarked;
