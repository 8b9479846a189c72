/**
 * What the assistant keeps in PostgreSQL: the names of books.
 */
@NullMarked
package bookstore.chat.postgres;

import org.jspecify.annotations.NullMarked;
