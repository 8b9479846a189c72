/**
 * The shop as a program: where it starts and which services it runs.
 */
@NullMarked
package bookstore;

import org.jspecify.annotations.NullMarked;
