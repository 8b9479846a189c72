/**
 * What the HTTP interface promises, read from the OpenAPI files of the running services, and whether a request keeps
 * to it.
 */
@NullMarked
package bookstore.edge.contract;

import org.jspecify.annotations.NullMarked;
