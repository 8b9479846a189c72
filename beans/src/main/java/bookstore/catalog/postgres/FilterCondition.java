package bookstore.catalog.postgres;

import bookstore.catalog.Filter;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Spelling;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as a condition on {@code books b}; what is off the shelf never meets it. */
final class FilterCondition {

    private final StringBuilder sql = new StringBuilder("b.deleted_at is null");
    private final Map<String, Object> parameters = new HashMap<>();

    FilterCondition(Filter filter) {
        heading(HeadingKind.CATEGORY, filter.category());
        heading(HeadingKind.AUTHOR, filter.author());
        heading(HeadingKind.PUBLISHER, filter.publisher());
        and("b.language = :language", "language", filter.language());
        and("b.current_minor >= :minPrice", "minPrice", filter.minPrice());
        and("b.current_minor <= :maxPrice", "maxPrice", filter.maxPrice());
        and("(b.available > 0) = :inStock", "inStock", filter.inStock());
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void heading(HeadingKind kind, @Nullable String nameOrId) {
        if (nameOrId == null) {
            return;
        }
        var id = id(nameOrId);
        var column = id == null ? "h.key" : "h.id";
        and(
                "b.id in (select l.book_id from headings h join book_headings l on l.heading_id = h.id"
                        + " where h.kind = '" + kind + "' and " + column + " = :" + kind.word() + ")",
                kind.word(),
                id == null ? Spelling.key(nameOrId) : id);
    }

    private static @Nullable UUID id(String nameOrId) {
        try {
            return nameOrId.length() == 36 ? UUID.fromString(nameOrId) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
