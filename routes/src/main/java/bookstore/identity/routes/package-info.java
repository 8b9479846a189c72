/**
 * How users are reached: HTTP.
 */
@NullMarked
package bookstore.identity.routes;

import org.jspecify.annotations.NullMarked;
