/** A mail server that delivers nothing: what is sent to it is kept and shown in the browser. */
@NullMarked
package bookstore.embedded.smtp;

import org.jspecify.annotations.NullMarked;
