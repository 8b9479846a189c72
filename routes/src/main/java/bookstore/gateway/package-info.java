/**
 * One entry for all services: where they are, how much anybody may ask, and what is answered when one is away.
 */
@NullMarked
package bookstore.gateway;

import org.jspecify.annotations.NullMarked;
