/**
 * Whether what is handed to those who run the shop fits the shop: containers, manifests, dashboards.
 */
@NullMarked
package bookstore.deploy;

import org.jspecify.annotations.NullMarked;
