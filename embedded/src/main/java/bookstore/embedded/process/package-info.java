/** What servers that are started as processes of their own have in common. */
@NullMarked
package bookstore.embedded.process;

import org.jspecify.annotations.NullMarked;
