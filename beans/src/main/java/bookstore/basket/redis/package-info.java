/**
 * Baskets in Redis, one value each.
 */
@NullMarked
package bookstore.basket.redis;

import org.jspecify.annotations.NullMarked;
