/**
 * How the assistant is reached: HTTP in, a language model out.
 */
@NullMarked
package bookstore.chat.routes;

import org.jspecify.annotations.NullMarked;
