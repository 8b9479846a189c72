package bookstore;

import static org.awaitility.Awaitility.await;

import bookstore.shared.postgres.ContextDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A connection to the database that breaks in the middle of a transaction. */
public final class BrokenConnection {

    private BrokenConnection() {}

    /**
     * What comes of something whose connection breaks while a statement of it waits.
     *
     * @param table and how it is locked
     * @param statement SQL pattern of the one that waits
     */
    public static <T> T whileWaitingFor(
            String table, String statement, ContextDatabase database, Supplier<T> something) {
        var begun = database.transaction().execute(status -> {
            database.jdbc().sql("lock table " + table).update();
            var result = CompletableFuture.supplyAsync(something);
            await().until(() -> broken(statement, database) > 0);
            return result;
        });
        return begun.join();
    }

    private static int broken(String statement, ContextDatabase database) {
        return database.jdbc()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = current_user"
                        + " and wait_event_type = 'Lock' and query like ?")
                .param(statement)
                .query(Integer.class)
                .single();
    }
}
