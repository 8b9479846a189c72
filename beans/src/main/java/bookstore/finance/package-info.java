/**
 * Money: what was charged, what was given back. Knows orders by their id only.
 */
@NullMarked
package bookstore.finance;

import org.jspecify.annotations.NullMarked;
