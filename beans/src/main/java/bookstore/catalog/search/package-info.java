/**
 * How books are found: by their words and by their meaning, fused into one ranking, and how the index of meanings
 * follows the catalogue.
 */
@NullMarked
package bookstore.catalog.search;

import org.jspecify.annotations.NullMarked;
