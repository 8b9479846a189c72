/**
 * What becomes of orders, money, books and mails while the shop or a server that it needs is killed, stopped or lied to.
 */
@NullMarked
package bookstore.faults;

import org.jspecify.annotations.NullMarked;
