package bookstore.catalog.postgres;

import bookstore.catalog.Availability;
import bookstore.catalog.Book;
import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Isbn;
import bookstore.catalog.Rating;
import bookstore.shared.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows to books. */
class BookMapper implements RowMapper<Book> {

    /** Books with their headings, to be followed by a condition on {@code b}. */
    static final String SELECT =
            """
            select b.id, b.isbn, b.title, b.subtitle, b.description, b.language, b.published, b.price_minor,
                   b.sale_price_minor, b.currency, b.cover_url, b.available, b.stars, b.reviews, b.version,
                   (select json_agg(json_build_object('kind', h.kind, 'id', h.id, 'name', h.name) order by l.position)
                      from book_headings l join headings h on h.id = l.heading_id
                     where l.book_id = b.id) as headings
              from books b
            """;

    private final ObjectMapper json;

    BookMapper(ObjectMapper json) {
        this.json = json;
    }

    private record HeadingRow(HeadingKind kind, UUID id, String name) {}

    @Override
    public Book mapRow(ResultSet row, int number) throws SQLException {
        var headings = headings(row.getString("headings"));
        var isbn = row.getString("isbn");
        return new Book(
                row.getObject("id", UUID.class),
                isbn == null ? null : new Isbn(isbn),
                row.getString("title"),
                row.getString("subtitle"),
                row.getString("description"),
                of(HeadingKind.AUTHOR, headings),
                of(HeadingKind.PUBLISHER, headings).stream().findFirst().orElse(null),
                of(HeadingKind.CATEGORY, headings),
                row.getString("language"),
                row.getString("published"),
                Money.ofMinor(row.getLong("price_minor"), row.getString("currency")),
                salePrice(row),
                Availability.of(row.getInt("available")),
                Rating.of(row.getLong("stars"), row.getInt("reviews")),
                row.getString("cover_url"),
                row.getLong("version"));
    }

    private static @Nullable Money salePrice(ResultSet row) throws SQLException {
        var minor = row.getObject("sale_price_minor", Long.class);
        return minor == null ? null : Money.ofMinor(minor, row.getString("currency"));
    }

    private static List<Heading> of(HeadingKind kind, List<HeadingRow> headings) {
        return headings.stream()
                .filter(heading -> heading.kind() == kind)
                .map(heading -> new Heading(heading.id(), heading.name()))
                .toList();
    }

    private List<HeadingRow> headings(@Nullable String rows) {
        try {
            return rows == null
                    ? List.of()
                    : Stream.of(json.readValue(rows, HeadingRow[].class)).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was asked for: " + rows, e);
        }
    }
}
