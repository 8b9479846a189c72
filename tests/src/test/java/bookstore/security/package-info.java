/**
 * What is known to be wrong with what the shop is built on, and what keeps it from doing harm.
 */
@NullMarked
package bookstore.security;

import org.jspecify.annotations.NullMarked;
