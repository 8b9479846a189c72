package bookstore.ordering.routes;

import bookstore.shared.postgres.ContextDatabase;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;

/** Those who order at an {@link OrderingAlone}. */
final class Buyers {

    private final OtherContexts others;
    private final ContextDatabase database;
    private final Environment environment;

    Buyers(OtherContexts others, @Qualifier("orderingDatabase") ContextDatabase database, Environment environment) {
        this.others = others;
        this.database = database;
        this.environment = environment;
    }

    /** @param name of a demo user */
    Buyer named(String name) {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new Buyer(name, port, others, database);
    }
}
