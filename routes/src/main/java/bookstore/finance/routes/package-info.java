/**
 * How finance is reached, and how it reaches the payment provider.
 */
@NullMarked
package bookstore.finance.routes;

import org.jspecify.annotations.NullMarked;
