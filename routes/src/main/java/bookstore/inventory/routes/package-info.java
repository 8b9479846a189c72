/**
 * How inventory is reached: messages, and the shelf count of an admin.
 */
@NullMarked
package bookstore.inventory.routes;

import org.jspecify.annotations.NullMarked;
