/**
 * What the instances of the catalogue share in Redis.
 */
@NullMarked
package bookstore.catalog.redis;

import org.jspecify.annotations.NullMarked;
