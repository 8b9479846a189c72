/**
 * What those who run the shop see of it: the management port, the route console, health, metrics and traces.
 */
@NullMarked
package bookstore.operations;

import org.jspecify.annotations.NullMarked;
