/**
 * What a buyer has laid aside. Forgotten after a while; never the source of a price.
 */
@NullMarked
package bookstore.basket;

import org.jspecify.annotations.NullMarked;
