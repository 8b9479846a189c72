/**
 * A context's own corner of PostgreSQL: schema, role, pool, and the two tables that make a hop exactly-once in effect,
 * outbox and inbox.
 */
@NullMarked
package bookstore.shared.postgres;

import org.jspecify.annotations.NullMarked;
