/**
 * Another context, which {@code bookstore.wrong} should not know.
 */
@NullMarked
package bookstore.stranger;

import org.jspecify.annotations.NullMarked;
