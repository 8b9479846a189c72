/** The real PostgreSQL as a child process, from the binaries that a jar carries. */
@NullMarked
package bookstore.embedded.postgres;

import org.jspecify.annotations.NullMarked;
