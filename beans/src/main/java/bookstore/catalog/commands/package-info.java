/**
 * What other contexts may ask of the catalogue.
 */
@NullMarked
package bookstore.catalog.commands;

import org.jspecify.annotations.NullMarked;
