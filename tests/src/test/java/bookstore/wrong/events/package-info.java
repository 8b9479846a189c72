/**
 * What is wrong in events.
 */
@NullMarked
package bookstore.wrong.events;

import org.jspecify.annotations.NullMarked;
