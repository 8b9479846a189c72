/**
 * Conversations in Redis, forgotten by themselves when nobody has spoken for a while.
 */
@NullMarked
package bookstore.chat.redis;

import org.jspecify.annotations.NullMarked;
