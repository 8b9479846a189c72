/**
 * What is wrong in postgres.
 */
@NullMarked
package bookstore.wrong.postgres;

import org.jspecify.annotations.NullMarked;
