package bookstore;

import static org.awaitility.Awaitility.await;

import bookstore.shared.postgres.ContextDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A connection to the database that breaks in the middle of a transaction. */
public final class BrokenConnection {

    private BrokenConnection() {}

    /** What comes of something that wants to insert a row when its connection breaks before that is done. */
    public static <T> T whileInserting(String table, ContextDatabase database, Supplier<T> something) {
        var begun = database.transaction().execute(status -> {
            database.jdbc().sql("lock table " + table + " in exclusive mode").update();
            var result = CompletableFuture.supplyAsync(something);
            await().until(() -> broken(table, database) == 1);
            return result;
        });
        return begun.join();
    }

    private static int broken(String table, ContextDatabase database) {
        return database.jdbc()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = current_user"
                        + " and wait_event_type = 'Lock' and query like 'insert into ' || ? || ' %'")
                .param(table)
                .query(Integer.class)
                .single();
    }
}
