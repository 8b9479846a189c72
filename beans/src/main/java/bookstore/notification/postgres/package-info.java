/**
 * The mailbox in PostgreSQL.
 */
@NullMarked
package bookstore.notification.postgres;

import org.jspecify.annotations.NullMarked;
