/**
 * The counter that everybody meets first: who is asking, whether the request keeps to the contract, and how answers and
 * refusals look. Knows no context.
 */
@NullMarked
package bookstore.edge;

import org.jspecify.annotations.NullMarked;
