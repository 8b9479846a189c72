package bookstore.shared.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is. Every context connects with its own role, named like itself, and sees its own schema only.
 *
 * @param url JDBC address without credentials
 * @param password of the contexts' roles
 * @param poolSize connections a context may hold, 1 to 100
 * @param patience how long is waited for whom
 */
@ConfigurationProperties("bookstore.database")
public record DatabaseSettings(
        String url, String password, @DefaultValue("8") int poolSize, @DefaultValue DatabasePatience patience) {

    @ConstructorBinding
    public DatabaseSettings {}

    /** With the usual patience. */
    public DatabaseSettings(String url, String password, int poolSize) {
        this(url, password, poolSize, DatabasePatience.USUAL);
    }
}
