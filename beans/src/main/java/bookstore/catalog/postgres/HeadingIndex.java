package bookstore.catalog.postgres;

import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Named;
import bookstore.catalog.Spelling;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the headings that are meant, and makes those that are not there. */
class HeadingIndex {

    private final JdbcClient jdbc;
    private final Ids ids;

    HeadingIndex(ContextDatabase database, Ids ids) {
        this.jdbc = database.jdbc();
        this.ids = ids;
    }

    List<Heading> of(HeadingKind kind, List<Named> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var known = known(kind, names);
        return names.stream()
                .map(named -> named.id() == null
                        ? known.computeIfAbsent(key(named), key -> insert(kind, key, named))
                        : byId(kind, named.id()))
                .distinct()
                .toList();
    }

    private Map<String, Heading> known(HeadingKind kind, List<Named> names) {
        var known = new HashMap<String, Heading>();
        jdbc.sql("select id, name, key from headings where kind = ? and key = any(?)")
                .params(kind.name(), names.stream().map(HeadingIndex::key).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("key"), new Heading(row.getObject("id", UUID.class), row.getString("name")));
                });
        return known;
    }

    private static String key(Named named) {
        return named.name() == null ? "" : Spelling.key(named.name());
    }

    /** Another transaction may have made it meanwhile; then it is waited for, and its row is the one. */
    private Heading insert(HeadingKind kind, String key, Named named) {
        return jdbc.sql("insert into headings (id, kind, name, key) values (?, ?, ?, ?)"
                        + " on conflict (kind, key) do update set name = headings.name returning id, name")
                .params(ids.next(), kind.name(), Objects.requireNonNull(named.name()), key)
                .query(Heading.class)
                .single();
    }

    private Heading byId(HeadingKind kind, UUID id) {
        return jdbc.sql("select id, name from headings where kind = ? and id = ?")
                .params(kind.name(), id)
                .query(Heading.class)
                .optional()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.IMPOSSIBLE, "unknown-heading", "No " + kind.word() + " has the id " + id));
    }
}
