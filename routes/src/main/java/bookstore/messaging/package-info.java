/**
 * How every message enters and leaves a context: topology, listeners, outbox relay, redelivery, dead letters.
 */
@NullMarked
package bookstore.messaging;

import org.jspecify.annotations.NullMarked;
