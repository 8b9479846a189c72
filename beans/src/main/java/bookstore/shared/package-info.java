/**
 * Words that every context speaks: money, messages, refusals, ids. Knows no context.
 */
@NullMarked
package bookstore.shared;

import org.jspecify.annotations.NullMarked;
