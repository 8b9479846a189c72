/**
 * What is wrong in routes.
 */
@NullMarked
package bookstore.wrong.routes;

import org.jspecify.annotations.NullMarked;
