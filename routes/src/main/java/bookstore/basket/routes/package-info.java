/**
 * How a basket is reached: HTTP, and the question what is in it.
 */
@NullMarked
package bookstore.basket.routes;

import org.jspecify.annotations.NullMarked;
