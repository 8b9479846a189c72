package bookstore.catalog.postgres;

import bookstore.catalog.Book;
import bookstore.catalog.Shelves;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books as rows; a book that is removed keeps its row, so that what was ordered stays known. */
class PostgresShelves implements Shelves {

    /** Two readings of each text: see the migration. */
    private static final String WORDS =
            """
            setweight(to_tsvector('words', :title || ' ' || :authors), 'A')
            || setweight(to_tsvector('names', :title || ' ' || :authors), 'A')
            || setweight(to_tsvector('words', :subtitle), 'B')
            || setweight(to_tsvector('words', :categories || ' ' || :publisher), 'C')
            || setweight(to_tsvector('words', :description), 'D')
            """;

    private static final String INSERT =
            """
            insert into books (id, isbn, title, subtitle, description, language, published, published_year,
                               price_minor, sale_price_minor, currency, cover_url, available, same_as, title_key,
                               spelling, version, words)
            values (:id, :isbn, :title, :subtitle, :description, :language, :published, :publishedYear,
                    :priceMinor, :salePriceMinor, :currency, :coverUrl, :available, :sameAs, :titleKey,
                    :spelling, :version, %s)
            """
                    .formatted(WORDS);

    private static final String UPDATE =
            """
            update books set isbn = :isbn, title = :title, subtitle = :subtitle, description = :description,
                   language = :language, published = :published, published_year = :publishedYear,
                   price_minor = :priceMinor, sale_price_minor = :salePriceMinor, currency = :currency,
                   cover_url = :coverUrl, same_as = :sameAs, title_key = :titleKey, spelling = :spelling,
                   version = :version, changed_at = now(), words = %s
             where id = :id
            """
                    .formatted(WORDS);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final BookMapper mapper;
    private final HeadingLinks links;

    PostgresShelves(ContextDatabase database, ObjectMapper json) {
        this.jdbc = database.jdbc();
        this.batches = new NamedParameterJdbcTemplate(database.dataSource());
        this.mapper = new BookMapper(json);
        this.links = new HeadingLinks(database);
    }

    @Override
    public void add(List<Book> books) {
        write(INSERT, books);
        links.add(books);
    }

    @Override
    public void save(List<Book> changed) {
        write(UPDATE, changed);
        links.remove(changed);
        links.add(changed);
    }

    /** All go by the same order, so that no two who write the same books wait for each other. */
    private void write(String sql, List<Book> books) {
        var rows = books.stream()
                .sorted(Comparator.comparing(Book::sameAs))
                .map(BookColumns::of)
                .map(MapSqlParameterSource::new)
                .toArray(SqlParameterSource[]::new);
        try {
            batches.batchUpdate(sql, rows);
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "known-book", "Another book has this ISBN or title");
        }
    }

    @Override
    public void remove(Book gone) {
        jdbc.sql("update books set deleted_at = now(), version = version + 1 where id = ?")
                .param(gone.id())
                .update();
    }

    @Override
    public void rate(UUID bookId, int stars, int count) {
        jdbc.sql("update books set stars = stars + ?, reviews = reviews + ?, version = version + 1,"
                        + " changed_at = now() where id = ?")
                .params(stars, count, bookId)
                .update();
    }

    @Override
    public Optional<Book> lock(UUID id) {
        return locked("b.id = ?", id).stream().findFirst();
    }

    @Override
    public Map<String, Book> lockSame(List<Book> candidates) {
        return locked(
                        "b.same_as = any(?)",
                        candidates.stream().map(Book::sameAs).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Book::sameAs, Function.identity()));
    }

    @Override
    public List<Book> lockUnder(UUID headingId) {
        return locked("b.id in (select book_id from book_headings where heading_id = ?)", headingId);
    }

    private List<Book> locked(String condition, Object value) {
        return jdbc.sql(BookMapper.SELECT + " where b.deleted_at is null and " + condition
                        + " order by b.id for update of b")
                .param(value)
                .query(mapper)
                .list();
    }
}
