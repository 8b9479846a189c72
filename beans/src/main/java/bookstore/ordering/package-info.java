/**
 * Orders from the moment a basket is checked out until they are confirmed or cancelled. Knows nothing about cards.
 */
@NullMarked
package bookstore.ordering;

import org.jspecify.annotations.NullMarked;
