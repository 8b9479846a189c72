/**
 * Mails to buyers about what has happened. Decides nothing.
 */
@NullMarked
package bookstore.notification;

import org.jspecify.annotations.NullMarked;
