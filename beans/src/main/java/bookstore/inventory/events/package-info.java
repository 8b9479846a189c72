/**
 * What inventory tells the other contexts.
 */
@NullMarked
package bookstore.inventory.events;

import org.jspecify.annotations.NullMarked;
