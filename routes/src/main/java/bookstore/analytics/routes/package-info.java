/**
 * How the counts of the shop are fed and read: messages in, HTTP out.
 */
@NullMarked
package bookstore.analytics.routes;

import org.jspecify.annotations.NullMarked;
