package bookstore.finance.postgres;

import static bookstore.finance.postgres.CopyTable.row;

import bookstore.finance.NotTold;
import bookstore.finance.OtherBooks;
import bookstore.finance.ProviderBook;
import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.shared.postgres.ContextDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lays copies of the others' books beside the payments, in temporary tables of the caller's transaction. */
class BookCopies {

    /** A book of somebody else's. */
    enum Book {
        PROVIDER,
        ORDERS,
        MESSAGES,
        RESERVATIONS,
        MISCOUNTS,
        MAILS
    }

    private static final Logger LOG = LoggerFactory.getLogger(BookCopies.class);
    private static final int PAGE = 1000;

    /** What ordering tells finance and finance notes in its inbox. */
    private static final List<String> HEARD = List.of("order.created", "order.confirmed", "order.cancelled");

    private final JdbcTemplate jdbc;
    private final Optional<ProviderBook> provider;
    private final Optional<OtherBooks> others;

    BookCopies(ContextDatabase database, Optional<ProviderBook> provider, Optional<OtherBooks> others) {
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.provider = provider;
        this.others = others;
    }

    /** @return the books that could be read to their end */
    Set<Book> take() {
        var taken = EnumSet.noneOf(Book.class);
        provider.ifPresent(book -> take(Book.PROVIDER, taken, () -> provider(book)));
        others.ifPresent(books -> takeOthers(books, taken));
        return taken;
    }

    private void takeOthers(OtherBooks books, Set<Book> taken) {
        take(Book.ORDERS, taken, () -> orders(books));
        take(Book.MESSAGES, taken, () -> messages(books));
        take(Book.RESERVATIONS, taken, () -> reservations(books));
        take(Book.MISCOUNTS, taken, () -> miscounts(books));
        take(Book.MAILS, taken, () -> mails(books));
    }

    private static void take(Book book, Set<Book> taken, Runnable copy) {
        try {
            copy.run();
            taken.add(book);
        } catch (NotTold e) {
            LOG.warn("Book not compared book={} cause={}", book, e.getMessage());
        }
    }

    private void provider(ProviderBook book) {
        table(
                        "provider_book",
                        "key uuid, amount_minor bigint, currency text, captured_at timestamptz, refunded_at timestamptz")
                .<UUID, ProviderBook.Entry>fill(
                        after -> book.page(Optional.ofNullable(after), PAGE),
                        ProviderBook.Entry::key,
                        e -> row(e.key(), e.amountMinor(), e.currency(), e.capturedAt(), e.refundedAt()));
    }

    private void orders(OtherBooks others) {
        table(
                        "order_book",
                        "order_id uuid, status text, total_minor bigint, currency text, copies int, changed_at timestamptz")
                .<UUID, OrderBookTold.Entry>fill(
                        after -> others.ask(new TellOrderBook(after, PAGE)).entries(),
                        OrderBookTold.Entry::orderId,
                        e -> row(e.orderId(), e.status(), e.totalMinor(), e.currency(), e.copies(), e.changedAt()));
    }

    private void messages(OtherBooks others) {
        table("sent_messages", "message_id uuid, routing_key text, sent_at timestamptz")
                .<Long, MessagesTold.Entry>fill(
                        after -> others.ask(new TellMessages(HEARD, after == null ? 0 : after, PAGE))
                                .entries(),
                        MessagesTold.Entry::number,
                        e -> row(e.messageId(), e.routingKey(), e.sentAt()));
    }

    private void reservations(OtherBooks others) {
        table("reservation_book", "order_id uuid, state text, copies int, changed_at timestamptz")
                .<UUID, ReservationsTold.Entry>fill(
                        after -> others.ask(new TellReservations(after, PAGE)).entries(),
                        ReservationsTold.Entry::orderId,
                        e -> row(e.orderId(), e.state(), e.copies(), e.changedAt()));
    }

    private void miscounts(OtherBooks others) {
        table("miscounts", "book_id uuid, reserved int, held int, on_hand int, moved int")
                .<UUID, MiscountsTold.Entry>fill(
                        after -> after == null
                                ? others.ask(new TellMiscounts(PAGE)).entries()
                                : List.of(),
                        MiscountsTold.Entry::bookId,
                        e -> row(e.bookId(), e.reserved(), e.held(), e.onHand(), e.moved()));
    }

    private void mails(OtherBooks others) {
        table("mail_book", "order_id uuid, kinds text, queued_at timestamptz")
                .<UUID, MailsTold.Entry>fill(
                        after -> others.ask(new TellMails(after, PAGE)).entries(),
                        MailsTold.Entry::orderId,
                        e -> row(e.orderId(), e.kinds(), e.queuedAt()));
    }

    private CopyTable table(String name, String columns) {
        return CopyTable.create(jdbc, name, columns);
    }
}
