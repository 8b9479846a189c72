/**
 * What others may ask of finance, and finance of itself.
 */
@NullMarked
package bookstore.finance.commands;

import org.jspecify.annotations.NullMarked;
