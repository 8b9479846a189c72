package bookstore.basket.postgres;

import bookstore.basket.Offers;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.Money;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events may come twice and out of order; of title, price and stock each has its own highest version. */
class PostgresOffers implements Offers {

    private final JdbcClient jdbc;
    private final String currency;

    PostgresOffers(ContextDatabase database, String currency) {
        this.jdbc = database.jdbc();
        this.currency = currency;
    }

    @Override
    public void add(BookCreated event) {
        price(event.bookId(), event.priceMinor(), event.currency(), event.version());
        title(event.bookId(), event.title(), event.version());
        isbn(event.bookId(), event.isbn(), event.version());
        stock(event.bookId(), event.initialStock(), 0);
    }

    @Override
    public void change(BookUpdated event) {
        price(event.bookId(), event.priceMinor(), event.currency(), event.version());
        title(event.bookId(), event.title(), event.version());
    }

    @Override
    public void change(PriceChanged event) {
        price(event.bookId(), event.priceMinor(), event.currency(), event.version());
    }

    /** The price stays, for those who have the book in their baskets. */
    @Override
    public void remove(BookDeleted event) {
        jdbc.sql(
                        """
                        insert into offers as known (book_id, version, on_sale) values (?, ?, false)
                        on conflict (book_id) do update set version = excluded.version, on_sale = false
                        where excluded.version > known.version
                        """)
                .params(event.bookId(), event.version())
                .update();
    }

    @Override
    public void count(StockChanged event) {
        stock(event.bookId(), event.available(), event.version());
    }

    private void price(UUID bookId, long minor, String in, long version) {
        jdbc.sql(
                        """
                        insert into offers as known (book_id, price_minor, currency, version, on_sale)
                        values (?, ?, ?, ?, true)
                        on conflict (book_id) do update set
                            price_minor = excluded.price_minor, currency = excluded.currency,
                            version = excluded.version, on_sale = true
                        where excluded.version > known.version
                        """)
                .params(bookId, minor, in, version)
                .update();
    }

    private void title(UUID bookId, String title, long version) {
        jdbc.sql("update offers set title = ?, title_version = ? where book_id = ? and title_version < ?")
                .params(title, version, bookId, version)
                .update();
    }

    /** The same version may say it again, to those who did not listen for it when it came first. */
    private void isbn(UUID bookId, String isbn, long version) {
        jdbc.sql("update offers set isbn = nullif(?, '') where book_id = ? and (isbn is null or version <= ?)")
                .params(isbn, bookId, version)
                .update();
    }

    private void stock(UUID bookId, int available, long version) {
        jdbc.sql(
                        """
                        insert into offers as known (book_id, available, stock_version) values (?, ?, ?)
                        on conflict (book_id) do update set
                            available = excluded.available, stock_version = excluded.stock_version
                        where excluded.stock_version > known.stock_version
                        """)
                .params(bookId, available, version)
                .update();
    }

    @Override
    public Optional<UUID> named(String isbn) {
        return jdbc.sql("select book_id from offers where isbn = ? order by on_sale desc, book_id desc limit 1")
                .param(isbn)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Map<UUID, Offer> find(Collection<UUID> bookIds) {
        return jdbc
                .sql("select book_id, title, price_minor, currency, available, on_sale from offers"
                        + " where title is not null and currency = ? and book_id = any(?)")
                .params(currency, bookIds.toArray(UUID[]::new))
                .query((row, number) -> offer(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Offer::bookId, Function.identity()));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        var onSale = row.getBoolean("on_sale");
        return new Offer(
                row.getObject("book_id", UUID.class),
                row.getString("title"),
                Money.ofMinor(row.getLong("price_minor"), row.getString("currency")),
                onSale ? row.getInt("available") : 0,
                onSale);
    }
}
