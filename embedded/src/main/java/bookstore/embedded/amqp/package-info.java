/**
 * A stand-in for RabbitMQ in development and tests: the part of its AMQP 0-9-1 dialect that a shop uses, with a
 * journal. It has no clustering, policies, streams, management or flow control, and is no server for production.
 */
@NullMarked
package bookstore.embedded.amqp;

import org.jspecify.annotations.NullMarked;
