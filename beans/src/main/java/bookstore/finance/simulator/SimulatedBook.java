package bookstore.finance.simulator;

import bookstore.finance.ProviderBook;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book of {@link SimulatedProvider}, as a provider would let us read it. */
public class SimulatedBook implements ProviderBook {

    private final JdbcClient jdbc;

    public SimulatedBook(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public List<Entry> page(Optional<UUID> after, int size) {
        return jdbc.sql("select c.key, c.amount_minor, c.currency, c.captured_at, r.refunded_at"
                        + " from simulator_charges c left join simulator_refunds r on r.key = c.key"
                        + " where (:after::uuid is null or c.key > :after) order by c.key limit :size")
                .param("after", after.orElse(null))
                .param("size", size)
                .query(Entry.class)
                .list();
    }
}
