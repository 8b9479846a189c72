package bookstore.analytics;

import bookstore.catalog.events.BookCreated;
import bookstore.identity.events.UserRegistered;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One mark in the count of a day, which is the day in UTC.
 *
 * @param currency ISO 4217, empty where no money is involved
 * @param amountMinor in the currency's minor unit
 */
public record Tally(LocalDate day, Occurrence what, String currency, long amountMinor) {

    /** What is counted. */
    public enum Occurrence {
        BOOK_CREATED,
        USER_REGISTERED,
        ORDER_CREATED,
        ORDER_CONFIRMED,
        ORDER_CANCELLED
    }

    public static Tally of(BookCreated event) {
        return of(event.createdAt(), Occurrence.BOOK_CREATED, "", 0);
    }

    public static Tally of(UserRegistered event) {
        return of(event.registeredAt(), Occurrence.USER_REGISTERED, "", 0);
    }

    public static Tally of(OrderCreated event) {
        return of(event.createdAt(), Occurrence.ORDER_CREATED, event.currency(), event.totalMinor());
    }

    public static Tally of(OrderConfirmed event) {
        return of(event.confirmedAt(), Occurrence.ORDER_CONFIRMED, event.currency(), event.totalMinor());
    }

    public static Tally of(OrderCancelled event) {
        return of(event.cancelledAt(), Occurrence.ORDER_CANCELLED, "", 0);
    }

    private static Tally of(Instant at, Occurrence what, String currency, long amountMinor) {
        return new Tally(LocalDate.ofInstant(at, ZoneOffset.UTC), what, currency, amountMinor);
    }
}
