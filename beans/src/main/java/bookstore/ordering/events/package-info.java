/**
 * What ordering tells the other contexts.
 */
@NullMarked
package bookstore.ordering.events;

import org.jspecify.annotations.NullMarked;
