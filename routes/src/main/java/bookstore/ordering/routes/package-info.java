/**
 * How orders are reached: HTTP, and what ordering hears of the other contexts.
 */
@NullMarked
package bookstore.ordering.routes;

import org.jspecify.annotations.NullMarked;
