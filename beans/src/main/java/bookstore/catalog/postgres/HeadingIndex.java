package bookstore.catalog.postgres;

import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.Named;
import bookstore.catalog.Spelling;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the headings that are meant, and makes those that are not there; two statements, however many are meant. */
class HeadingIndex {

    private final JdbcClient jdbc;
    private final Ids ids;

    HeadingIndex(ContextDatabase database, Ids ids) {
        this.jdbc = database.jdbc();
        this.ids = ids;
    }

    Map<Named, Heading> of(HeadingKind kind, Set<Named> names) {
        var spelled = new TreeMap<String, String>();
        names.stream()
                .filter(named -> named.id() == null)
                .forEach(named -> spelled.putIfAbsent(key(named), Objects.requireNonNull(named.name())));
        var known = byKey(kind, spelled);
        var meant = new HashMap<Named, Heading>();
        for (var named : names) {
            meant.put(named, named.id() == null ? known.get(key(named)) : byId(kind, named.id()));
        }
        return meant;
    }

    private static String key(Named named) {
        return Spelling.key(Objects.requireNonNull(named.name()));
    }

    private Map<String, Heading> byKey(HeadingKind kind, TreeMap<String, String> spelled) {
        var known = new HashMap<String, Heading>();
        if (!spelled.isEmpty()) {
            find(kind, spelled, known);
        }
        spelled.keySet().removeAll(known.keySet());
        if (!spelled.isEmpty()) {
            insert(kind, spelled, known);
        }
        return known;
    }

    private void find(HeadingKind kind, Map<String, String> spelled, Map<String, Heading> known) {
        jdbc.sql("select id, name, key from headings where kind = ? and key = any(?)")
                .params(kind.name(), spelled.keySet().toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("key"), new Heading(row.getObject("id", UUID.class), row.getString("name")));
                });
    }

    /**
     * Another transaction may have made one meanwhile; then it is waited for, and its row is the one. All go by the
     * alphabet, so that no two wait for each other.
     */
    private void insert(HeadingKind kind, TreeMap<String, String> spelled, Map<String, Heading> known) {
        jdbc.sql("insert into headings (kind, id, name, key)"
                        + " select ?, * from unnest(?::uuid[], ?::text[], ?::text[])"
                        + " on conflict (kind, key) do update set name = headings.name returning id, name, key")
                .params(
                        kind.name(),
                        spelled.keySet().stream().map(key -> ids.next()).toArray(UUID[]::new))
                .param(spelled.values().toArray(String[]::new))
                .param(spelled.keySet().toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("key"), new Heading(row.getObject("id", UUID.class), row.getString("name")));
                });
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
