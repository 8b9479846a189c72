/**
 * What other contexts may ask of notification.
 */
@NullMarked
package bookstore.notification.commands;

import org.jspecify.annotations.NullMarked;
