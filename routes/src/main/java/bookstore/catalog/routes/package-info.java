/**
 * How the catalog is reached: HTTP, messages, imports, and the schedules that keep search warm.
 */
@NullMarked
package bookstore.catalog.routes;

import org.jspecify.annotations.NullMarked;
