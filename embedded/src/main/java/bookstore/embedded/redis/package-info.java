/** The real Redis as a child process, from the binaries that a jar carries. */
@NullMarked
package bookstore.embedded.redis;

import org.jspecify.annotations.NullMarked;
