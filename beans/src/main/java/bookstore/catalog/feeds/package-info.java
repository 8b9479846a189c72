/**
 * Feeds of books as the trade writes them: JSON lines, CSV, ONIX 3.0.
 */
@NullMarked
package bookstore.catalog.feeds;

import org.jspecify.annotations.NullMarked;
