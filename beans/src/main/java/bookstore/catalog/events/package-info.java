/**
 * What the catalogue tells the other contexts.
 */
@NullMarked
package bookstore.catalog.events;

import org.jspecify.annotations.NullMarked;
