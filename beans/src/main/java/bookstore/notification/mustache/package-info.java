/**
 * Letters by Mustache templates, which cannot compute.
 */
@NullMarked
package bookstore.notification.mustache;

import org.jspecify.annotations.NullMarked;
