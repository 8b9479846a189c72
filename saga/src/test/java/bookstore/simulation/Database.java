package bookstore.simulation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tables that change together or not at all. One transaction after the other: row locks give no less. */
public final class Database {

    private final Deque<Runnable> undo = new ArrayDeque<>();

    public <T> T transaction(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
            throw e;
        } finally {
            undo.clear();
        }
    }

    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    public <K, V> Table<K, V> table() {
        return new Table<>(this);
    }

    /** Rows are replaced, never changed. */
    public static final class Table<K, V> {

        private final Database database;
        private final Map<K, V> rows = new LinkedHashMap<>();

        private Table(Database database) {
            this.database = database;
        }

        public void put(K key, V row) {
            var before = rows.put(key, row);
            database.undo.push(() -> restore(key, before));
        }

        private void restore(K key, V before) {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        }

        public void remove(K key) {
            var before = rows.remove(key);
            database.undo.push(() -> restore(key, before));
        }

        public Optional<V> find(K key) {
            return Optional.ofNullable(rows.get(key));
        }

        public V get(K key) {
            return find(key).orElseThrow(() -> new IllegalStateException("no row " + key));
        }

        public Collection<V> all() {
            return rows.values();
        }

        public Map<K, V> rows() {
            return rows;
        }
    }
}
