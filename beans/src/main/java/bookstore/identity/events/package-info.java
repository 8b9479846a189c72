/**
 * What identity tells the other contexts.
 */
@NullMarked
package bookstore.identity.events;

import org.jspecify.annotations.NullMarked;
