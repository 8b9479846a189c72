/**
 * A context that breaks every rule of the house, so that the rules can be seen to fail.
 */
@NullMarked
package bookstore.wrong;

import org.jspecify.annotations.NullMarked;
