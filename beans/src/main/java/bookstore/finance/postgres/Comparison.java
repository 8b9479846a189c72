package bookstore.finance.postgres;

import static bookstore.finance.Reconciliation.Kind;

import bookstore.finance.postgres.BookCopies.Book;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** One look at two books, and the kinds of differences that it can find. */
enum Comparison {
    PROVIDER(
            Differences.FROM_PROVIDER,
            EnumSet.of(Book.PROVIDER),
            Kind.CHARGE_UNKNOWN_TO_US,
            Kind.CHARGE_UNKNOWN_TO_PROVIDER,
            Kind.CHARGE_DIFFERS,
            Kind.REFUND_UNKNOWN_TO_US,
            Kind.REFUND_UNKNOWN_TO_PROVIDER),
    ENDED_ORDERS(
            Differences.FROM_ORDERS,
            EnumSet.noneOf(Book.class),
            Kind.CONFIRMED_BUT_NOT_PAID,
            Kind.CONFIRMED_FOR_ANOTHER_SUM,
            Kind.CANCELLED_BUT_NOT_REFUNDED,
            Kind.PAID_BUT_NEVER_ENDED),
    UNANSWERED(Differences.FROM_SILENCE, EnumSet.noneOf(Book.class), Kind.CHARGE_UNANSWERED),
    NOTICES(Differences.FROM_NOTICES, EnumSet.noneOf(Book.class), Kind.REFUND_UNKNOWN_TO_US),
    LEDGER(Differences.FROM_LEDGER, EnumSet.noneOf(Book.class), Kind.LEDGER_DIFFERS),
    MESSAGES(Differences.FROM_MESSAGES, EnumSet.noneOf(Book.class), Kind.MESSAGE_NOT_SENT, Kind.MESSAGE_NOT_HANDLED),
    SENT(OtherDifferences.FROM_SENT, EnumSet.of(Book.MESSAGES), Kind.MESSAGE_NOT_HEARD),
    ORDERS(
            OtherDifferences.FROM_ORDERS,
            EnumSet.of(Book.ORDERS),
            Kind.ORDER_UNKNOWN,
            Kind.ORDER_NEVER_ENDED,
            Kind.ORDER_END_NOT_HEARD),
    RESERVATIONS(
            OtherDifferences.FROM_RESERVATIONS,
            EnumSet.of(Book.ORDERS, Book.RESERVATIONS),
            Kind.CONFIRMED_BUT_NOT_SHIPPED,
            Kind.BOOKS_WITHOUT_ORDER),
    STOCK(OtherDifferences.FROM_STOCK, EnumSet.of(Book.MISCOUNTS), Kind.STOCK_MISCOUNTED, Kind.STOCK_UNEXPLAINED),
    MAILS(OtherDifferences.FROM_MAILS, EnumSet.of(Book.ORDERS, Book.MAILS), Kind.MAIL_MISSING, Kind.MAIL_WITHOUT_CAUSE);

    private final String sql;
    private final Set<Book> needed;
    private final Kind[] kinds;

    Comparison(String sql, Set<Book> needed, Kind... kinds) {
        this.sql = sql;
        this.needed = needed;
        this.kinds = kinds;
    }

    /** Those for which no book is missing. */
    static Stream<Comparison> possibleWith(Set<Book> books) {
        return Arrays.stream(values()).filter(comparison -> books.containsAll(comparison.needed));
    }

    /** Adds to the table {@code differences} what differs and is older than {@code :grace} seconds. */
    String sql() {
        return sql;
    }

    Stream<String> kinds() {
        return Arrays.stream(kinds).map(Enum::name);
    }
}
