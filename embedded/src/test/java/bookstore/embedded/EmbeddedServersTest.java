package bookstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.DirectoryLock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class EmbeddedServersTest {

    private static final String[] ELSEWHERE = {
        "spring.data.redis.cluster.nodes=one:1,two:2",
        "spring.rabbitmq.addresses=three:3",
        "spring.mail.host=four",
        "camel.component.qdrant.host=five"
    };

    @TempDir
    private Path directory;

    @Test
    void what_has_no_address_is_started_and_shared_by_all_applications() throws Exception {
        try (var first = application("bookstore.database.url=");
                var second = application()) {
            Environment environment = first.getEnvironment();
            for (var address :
                    new String[] {"bookstore.database.url", "spring.data.redis.port", "spring.rabbitmq.port"}) {
                assertThat(environment.getProperty(address))
                        .as(address)
                        .isNotBlank()
                        .isEqualTo(second.getEnvironment().getProperty(address));
            }
            assertThat(environment.getProperty("bookstore.database.url"))
                    .isEqualTo(TemporaryPostgres.shared().url());
        }
    }

    @Test
    void what_has_an_address_is_left_alone() {
        try (var context = application(ELSEWHERE)) {
            assertThat(context.getEnvironment().getProperty("spring.data.redis.host"))
                    .isNull();
            assertThat(context.getEnvironment().getProperty("spring.rabbitmq.host"))
                    .isNull();
        }
    }

    @Test
    void a_context_sees_its_own_schema_only() throws SQLException {
        var url = TemporaryPostgres.shared().url();
        try (var catalog = DriverManager.getConnection(url, "catalog", "bookstore");
                var ordering = DriverManager.getConnection(url, "ordering", "bookstore")) {
            catalog.createStatement().execute("create table if not exists shelf (title text)");
            assertThat(catalog.createStatement().execute("select similarity('Emma', unaccent('Émma'))"))
                    .isTrue();
            assertThatThrownBy(() -> ordering.createStatement().execute("select * from catalog.shelf"))
                    .hasMessageContaining("permission denied for schema catalog");
            assertThatThrownBy(() -> ordering.createStatement().execute("create table public.shelf (title text)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void production_never_gets_one() {
        assertThatThrownBy(() -> application(
                        "spring.profiles.active=kubernetes",
                        "spring.rabbitmq.host=broker",
                        "spring.mail.host=post",
                        "camel.component.qdrant.host=vectors"))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "No address of PostgreSQL, Redis is configured, and embedded servers are not for production:"
                                + " set bookstore.database.url, spring.data.redis.host.");
        assertThatThrownBy(() -> application("bookstore.embedded.enabled=false"))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void a_taken_port_names_the_properties_that_help() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> kept("bookstore.embedded.postgres-port=" + taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(("The embedded PostgreSQL cannot listen on 127.0.0.1:%d (Address already in use)."
                                    + " Change bookstore.embedded.postgres-port (0: any free port) or name a server"
                                    + " of your own with bookstore.database.url.")
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void a_directory_has_one_user_at_a_time() {
        var other = DirectoryLock.on(directory);
        try {
            assertThatThrownBy(() -> kept("bookstore.embedded.postgres-port=0"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("bookstore.embedded.directory");
        } finally {
            other.close();
        }
    }

    /** Without the others, whose ports are of no matter here. */
    private void kept(String property) {
        var own =
                Stream.of(property, "bookstore.embedded.temporary=false", "bookstore.embedded.directory=" + directory);
        application(Stream.concat(own, Stream.of(ELSEWHERE)).toArray(String[]::new))
                .close();
    }

    private static ConfigurableApplicationContext application(String... properties) {
        var arguments = Stream.of(properties).map(property -> "--" + property).toArray(String[]::new);
        return new SpringApplicationBuilder(EmbeddedServersTest.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
