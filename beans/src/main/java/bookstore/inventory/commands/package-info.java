/**
 * What others may ask of inventory.
 */
@NullMarked
package bookstore.inventory.commands;

import org.jspecify.annotations.NullMarked;
