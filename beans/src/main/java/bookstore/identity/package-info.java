/**
 * Who somebody is: registration, roles, tokens.
 */
@NullMarked
package bookstore.identity;

import org.jspecify.annotations.NullMarked;
