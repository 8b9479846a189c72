/**
 * What shoppers, integrators and operators do with the shop, told over HTTP; nothing here looks inside.
 */
@NullMarked
package bookstore.stories;

import org.jspecify.annotations.NullMarked;
