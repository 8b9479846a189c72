package bookstore.saga;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of a key and a value. */
final class Entries {

    private Entries() {}

    static Map<String, String> of(JdbcClient.StatementSpec query) {
        var entries = new HashMap<String, String>();
        query.query(row -> {
            entries.put(row.getString("key"), row.getString("value"));
        });
        return entries;
    }
}
