/**
 * How mails are caused and sent: messages in, SMTP out, and the desk over both.
 */
@NullMarked
package bookstore.notification.routes;

import org.jspecify.annotations.NullMarked;
