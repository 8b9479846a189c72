package bookstore.embedded;

import bookstore.embedded.postgres.EmbeddedPostgres;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The throw-away PostgreSQL of this JVM, for tests without an application; those with one are given the same. The
 * contexts' roles and schemas are there, with the password {@code bookstore}; the superuser is {@code postgres}.
 */
public final class TemporaryPostgres {

    private static final EmbeddedSettings TEMPORARY = new Binder(
                    new MapConfigurationPropertySource(Map.of("bookstore.embedded.temporary", "true")))
            .bind("bookstore.embedded", EmbeddedSettings.class)
            .get();

    private TemporaryPostgres() {}

    /** Started at the first call. */
    public static EmbeddedPostgres shared() {
        var server =
                ServerSet.of(TEMPORARY).start(List.of(Part.POSTGRES), TEMPORARY).get(0);
        return (EmbeddedPostgres) server.process();
    }
}
