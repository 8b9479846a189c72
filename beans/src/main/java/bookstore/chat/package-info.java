/**
 * Conversation about books, answered from the catalogue.
 */
@NullMarked
package bookstore.chat;

import org.jspecify.annotations.NullMarked;
