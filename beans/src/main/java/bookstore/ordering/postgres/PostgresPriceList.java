package bookstore.ordering.postgres;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.PriceChanged;
import bookstore.ordering.PriceList;
import bookstore.shared.Money;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events may come twice and out of order; the highest version wins. */
class PostgresPriceList implements PriceList {

    private final JdbcClient jdbc;

    PostgresPriceList(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public void add(BookCreated event) {
        put(event.bookId(), event.title(), event.priceMinor(), event.currency(), event.version(), true);
    }

    @Override
    public void change(PriceChanged event) {
        put(event.bookId(), "", event.priceMinor(), event.currency(), event.version(), true);
    }

    @Override
    public void remove(BookDeleted event) {
        put(event.bookId(), "", 0, "XXX", event.version(), false);
    }

    /** Only the creation carries a title; whatever comes first makes the row, the creation names it. */
    private void put(UUID bookId, String title, long priceMinor, String currency, long version, boolean onSale) {
        jdbc.sql(
                        """
                        insert into price_list as known (book_id, title, price_minor, currency, version, on_sale)
                        values (:book, :title, :price, :currency, :version, :onSale)
                        on conflict (book_id) do update set
                            title = case when excluded.title = '' then known.title else excluded.title end,
                            price_minor = case when excluded.version > known.version
                                          then excluded.price_minor else known.price_minor end,
                            currency = case when excluded.version > known.version
                                       then excluded.currency else known.currency end,
                            on_sale = case when excluded.version > known.version
                                      then excluded.on_sale else known.on_sale end,
                            version = greatest(excluded.version, known.version)
                        """)
                .param("book", bookId)
                .param("title", title)
                .param("price", priceMinor)
                .param("currency", currency)
                .param("version", version)
                .param("onSale", onSale)
                .update();
    }

    @Override
    public List<Entry> entries(Collection<UUID> bookIds) {
        return jdbc.sql("select book_id, title, price_minor, currency from price_list"
                        + " where on_sale and title <> '' and book_id = any(?)")
                .param(bookIds.toArray(UUID[]::new))
                .query((row, number) -> new Entry(
                        row.getObject("book_id", UUID.class),
                        row.getString("title"),
                        Money.ofMinor(row.getLong("price_minor"), row.getString("currency"))))
                .list();
    }
}
