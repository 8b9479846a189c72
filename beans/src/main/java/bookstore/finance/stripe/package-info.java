/**
 * How one speaks with Stripe: what is asked of its HTTP API, and what its answers mean.
 */
@NullMarked
package bookstore.finance.stripe;

import org.jspecify.annotations.NullMarked;
