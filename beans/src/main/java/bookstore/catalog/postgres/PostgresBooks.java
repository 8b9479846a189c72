package bookstore.catalog.postgres;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Books;
import bookstore.catalog.Filter;
import bookstore.catalog.Isbn;
import bookstore.shared.Page;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books that are on offer. */
class PostgresBooks implements Books {

    private static final String ON_OFFER = " b.deleted_at is null ";

    private final JdbcClient jdbc;
    private final BookMapper mapper;

    PostgresBooks(ContextDatabase database, ObjectMapper json) {
        this.jdbc = database.jdbc();
        this.mapper = new BookMapper(json);
    }

    @Override
    public Optional<Book> find(UUID id) {
        return jdbc.sql(BookMapper.SELECT + " where b.id = ? and" + ON_OFFER)
                .param(id)
                .query(mapper)
                .optional();
    }

    @Override
    public Optional<Book> find(Isbn isbn) {
        return jdbc.sql(BookMapper.SELECT + " where b.isbn = ? and" + ON_OFFER)
                .param(isbn.digits())
                .query(mapper)
                .optional();
    }

    @Override
    public List<Book> findAll(Collection<UUID> ids) {
        var books = jdbc
                .sql(BookMapper.SELECT + " where b.id = any(?) and" + ON_OFFER)
                .param(ids.toArray(UUID[]::new))
                .query(mapper)
                .list()
                .stream()
                .collect(Collectors.toMap(Book::id, Function.identity()));
        return ids.stream().map(books::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Page<Book> list(Filter filter, BookOrder order, int page, int size) {
        var condition = new FilterCondition(filter);
        var total = jdbc.sql("select count(*) from books b where " + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
        var items = jdbc.sql(BookMapper.SELECT + " where " + condition.sql() + " order by " + columns(order)
                        + " limit :size offset :offset")
                .params(condition.parameters())
                .param("size", size)
                .param("offset", Page.offset(page, size))
                .query(mapper)
                .list();
        return new Page<>(items, page, size, total);
    }

    static String columns(BookOrder order) {
        return switch (order) {
            case PRICE -> "b.current_minor, b.id";
            case PRICE_DESCENDING -> "b.current_minor desc, b.id desc";
            case RATING -> "b.rating desc, b.id";
            case RELEVANCE, NEWEST -> "b.published_year desc nulls last, b.id desc";
        };
    }

    @Override
    public List<Book> after(@Nullable UUID last, int atMost) {
        return jdbc.sql(BookMapper.SELECT + " where" + ON_OFFER
                        + "and (:last::uuid is null or b.id > :last) order by b.id limit :atMost")
                .param("last", last)
                .param("atMost", atMost)
                .query(mapper)
                .list();
    }
}
