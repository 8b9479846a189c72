/**
 * The life of orders in one thread: broker, databases, provider, crashes and clock are played by a seeded chance; what is
 * decided about orders and sagas is decided by the code that runs in the shop.
 */
@NullMarked
package bookstore.simulation;

import org.jspecify.annotations.NullMarked;
