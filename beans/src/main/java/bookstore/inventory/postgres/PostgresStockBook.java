package bookstore.inventory.postgres;

import bookstore.inventory.StockBook;
import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads stock and reservations; each answer is one statement, so it sees one moment. */
class PostgresStockBook implements StockBook {

    private final JdbcClient jdbc;

    PostgresStockBook(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public ReservationsTold tell(TellReservations request) {
        return new ReservationsTold(jdbc.sql("select r.order_id, r.state, r.changed_at,"
                        + " (select coalesce(sum(quantity), 0) from reserved_lines where order_id = r.order_id) as copies"
                        + " from reservations r where (:after::uuid is null or r.order_id > :after)"
                        + " order by r.order_id limit :size")
                .param("after", request.after())
                .param("size", request.size())
                .query(ReservationsTold.Entry.class)
                .list());
    }

    @Override
    public MiscountsTold tell(TellMiscounts request) {
        return new MiscountsTold(jdbc.sql(
                        "select s.book_id, s.reserved, coalesce(h.held, 0) as held, s.on_hand, coalesce(m.moved, 0) as moved from stock s"
                                + " left join (select l.book_id, sum(l.quantity) as held from reserved_lines l"
                                + " join reservations r on r.order_id = l.order_id and r.state = 'HELD' group by l.book_id) h"
                                + " on h.book_id = s.book_id"
                                + " left join (select book_id, sum(copies) as moved from movements group by book_id) m"
                                + " on m.book_id = s.book_id"
                                + " where s.reserved <> coalesce(h.held, 0) or s.on_hand <> coalesce(m.moved, 0)"
                                + " order by s.book_id limit ?")
                .param(request.size())
                .query(MiscountsTold.Entry.class)
                .list());
    }
}
