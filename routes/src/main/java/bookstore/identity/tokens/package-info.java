/**
 * How a token is told from a forged one, and the issuer that a run without an external one brings along.
 */
@NullMarked
package bookstore.identity.tokens;

import org.jspecify.annotations.NullMarked;
