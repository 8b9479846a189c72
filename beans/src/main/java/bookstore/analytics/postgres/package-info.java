/**
 * The counts in PostgreSQL.
 */
@NullMarked
package bookstore.analytics.postgres;

import org.jspecify.annotations.NullMarked;
