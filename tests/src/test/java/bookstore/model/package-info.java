/**
 * Rules of the house over the routes as they run, and the document that is drawn from them.
 */
@NullMarked
package bookstore.model;

import org.jspecify.annotations.NullMarked;
