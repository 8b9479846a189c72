/**
 * What has been sold, searched for and signed up to, counted from events.
 */
@NullMarked
package bookstore.analytics;

import org.jspecify.annotations.NullMarked;
