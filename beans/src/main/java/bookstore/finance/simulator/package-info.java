/**
 * A payment provider to develop and test against: scripted cards and a book of its own.
 */
@NullMarked
package bookstore.finance.simulator;

import org.jspecify.annotations.NullMarked;
