package bookstore.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which servers may be started, and where. A port of 0 is any that is free; all are on loopback.
 *
 * @param enabled false: nothing is started, and an address that is missing is an error
 * @param temporary data and ports of its own, all thrown away at the end; for tests
 * @param directory where the data stays
 * @param mailsPort of the page that shows what the mail server was given
 */
@ConfigurationProperties("bookstore.embedded")
public record EmbeddedSettings(
        @DefaultValue("true") boolean enabled,
        boolean temporary,
        @DefaultValue(".bookstore") Path directory,
        @DefaultValue("15432") int postgresPort,
        @DefaultValue("16379") int redisPort,
        @DefaultValue("15673") int rabbitPort,
        @DefaultValue("16334") int qdrantPort,
        @DefaultValue("11025") int smtpPort,
        @DefaultValue("18025") int mailsPort) {}
