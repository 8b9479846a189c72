/**
 * Identity's tables.
 */
@NullMarked
package bookstore.identity.postgres;

import org.jspecify.annotations.NullMarked;
