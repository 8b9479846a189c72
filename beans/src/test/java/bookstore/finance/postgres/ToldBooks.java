package bookstore.finance.postgres;

import bookstore.finance.NotTold;
import bookstore.finance.OtherBooks;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the other contexts would tell, in small pages. A book in which nothing stands at all is not told. */
final class ToldBooks implements OtherBooks {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int PAGE = 2;

    final List<OrderBookTold.Entry> orders = new ArrayList<>();
    final List<MessagesTold.Entry> messages = new ArrayList<>();
    final List<ReservationsTold.Entry> reservations = new ArrayList<>();
    final List<MiscountsTold.Entry> miscounts = new ArrayList<>();
    final List<MailsTold.Entry> mails = new ArrayList<>();
    boolean areSilent;

    OrderBookTold.Entry order(UUID id, String status, long total, int copies) {
        return new OrderBookTold.Entry(id, status, total, "EUR", copies, LONG_AGO);
    }

    ReservationsTold.Entry reservation(UUID id, String state, int copies) {
        return new ReservationsTold.Entry(id, state, copies, LONG_AGO);
    }

    MailsTold.Entry mail(UUID id, String kinds) {
        return new MailsTold.Entry(id, kinds, LONG_AGO);
    }

    @Override
    public OrderBookTold ask(TellOrderBook request) {
        return new OrderBookTold(page(orders, OrderBookTold.Entry::orderId, request.after()));
    }

    @Override
    public MessagesTold ask(TellMessages request) {
        return new MessagesTold(messages.stream()
                .filter(message -> message.number() > request.after())
                .limit(PAGE)
                .toList());
    }

    @Override
    public ReservationsTold ask(TellReservations request) {
        return new ReservationsTold(page(reservations, ReservationsTold.Entry::orderId, request.after()));
    }

    @Override
    public MiscountsTold ask(TellMiscounts request) {
        return new MiscountsTold(miscounts);
    }

    @Override
    public MailsTold ask(TellMails request) {
        return new MailsTold(page(mails, MailsTold.Entry::orderId, request.after()));
    }

    private <E> List<E> page(List<E> book, Function<E, UUID> key, @Nullable UUID after) {
        if (areSilent || book.isEmpty()) {
            throw new NotTold("nobody answers", new IllegalStateException());
        }
        return book.stream()
                .sorted(Comparator.comparing(entry -> key.apply(entry).toString()))
                .filter(entry -> after == null || key.apply(entry).toString().compareTo(after.toString()) > 0)
                .limit(PAGE)
                .toList();
    }
}
