/**
 * The books' meanings in Qdrant.
 */
@NullMarked
package bookstore.catalog.qdrant;

import org.jspecify.annotations.NullMarked;
