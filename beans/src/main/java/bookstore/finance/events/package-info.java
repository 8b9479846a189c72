/**
 * What finance tells the other contexts.
 */
@NullMarked
package bookstore.finance.events;

import org.jspecify.annotations.NullMarked;
