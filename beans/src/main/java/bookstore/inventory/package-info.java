/**
 * How many copies there are and for whom they are held.
 */
@NullMarked
package bookstore.inventory;

import org.jspecify.annotations.NullMarked;
