/**
 * Each service alone, from the same jar.
 */
@NullMarked
package bookstore.services;

import org.jspecify.annotations.NullMarked;
