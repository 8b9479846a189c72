/**
 * What others may ask of the basket.
 */
@NullMarked
package bookstore.basket.commands;

import org.jspecify.annotations.NullMarked;
