/**
 * How an order succeeds, or is undone step by step. Its saga is begun, joined and ended here alone; its id never leaves.
 */
@NullMarked
package bookstore.ordering.saga;

import org.jspecify.annotations.NullMarked;
