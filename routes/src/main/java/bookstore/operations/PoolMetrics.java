package bookstore.operations;

import bookstore.shared.postgres.ContextDatabase;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;

/** How busy the contexts' connections are. Boot measures pools that are beans, which these are not. */
final class PoolMetrics {

    private PoolMetrics() {}

    static void bind(ContextDatabase database, MeterRegistry registry) {
        try {
            database.dataSource()
                    .unwrap(HikariDataSource.class)
                    .setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        } catch (SQLException e) {
            throw new IllegalStateException("the pool of " + database.context() + " is of another kind", e);
        }
    }
}
