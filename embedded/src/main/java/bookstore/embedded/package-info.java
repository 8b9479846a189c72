/**
 * The servers of a run without servers: each is started before the application where no address is configured for its
 * part. A test that has no application takes its database from {@link bookstore.embedded.TemporaryPostgres}.
 */
@NullMarked
package bookstore.embedded;

import org.jspecify.annotations.NullMarked;
