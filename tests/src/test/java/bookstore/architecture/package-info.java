/**
 * Rules of the house that a build can check, each with a counter-example that shows that it can fail.
 */
@NullMarked
package bookstore.architecture;

import org.jspecify.annotations.NullMarked;
