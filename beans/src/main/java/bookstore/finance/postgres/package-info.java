/**
 * Payments and refunds in PostgreSQL.
 */
@NullMarked
package bookstore.finance.postgres;

import org.jspecify.annotations.NullMarked;
