/**
 * What other contexts may ask of ordering.
 */
@NullMarked
package bookstore.ordering.commands;

import org.jspecify.annotations.NullMarked;
