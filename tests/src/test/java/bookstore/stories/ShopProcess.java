package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shop in a process of its own, which can be killed and started again on what it has left behind. */
final class ShopProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path directory;
    private final Path identity;
    private final int port = freePort();
    private final int mails = freePort();
    private @Nullable Process process;

    ShopProcess(Path directory) {
        this(directory, directory.resolve("identity"));
    }

    /** @param identity where the embedded issuer's key is, which processes that belong together share */
    ShopProcess(Path directory, Path identity) {
        this.directory = directory;
        this.identity = identity;
    }

    int port() {
        return port;
    }

    String mails() {
        return "http://localhost:" + mails + "/";
    }

    Shop start(String... settings) throws IOException, ParseException {
        var command = Stream.of(
                        List.of(
                                java(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path")),
                        List.of(Bookstore.class.getName()),
                        settings(),
                        List.of(settings))
                .flatMap(List::stream)
                .toList();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("shop.log").toFile()))
                .start();
        await("the shop to open, see " + directory).atMost(START).until(this::isOpen);
        var key = RSAKey.parse(Files.readString(identity.resolve("signing-key.json")));
        return new Shop(port, mails(), new Tokens(new ImmutableJWKSet<>(new JWKSet(key))));
    }

    private List<String> settings() {
        var embedded = Stream.of("postgres", "redis", "rabbit", "qdrant", "smtp")
                .map(part -> "--bookstore.embedded." + part + "-port=0");
        return Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--management.server.port=0",
                                "--bookstore.embedded.temporary=false",
                                "--bookstore.embedded.directory=" + directory.resolve("data"),
                                "--bookstore.embedded.mails-port=" + mails,
                                "--bookstore.identity.directory=" + identity,
                                "--bookstore.finance.resume-after=2s",
                                "--bookstore.ordering.saga-timeout=30s"),
                        embedded)
                .toList();
    }

    private boolean isOpen() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("the shop has ended, see " + directory.resolve("shop.log"));
        }
        try {
            return new Browser(port).get("/api/books?size=1").status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** Ends it without a word, as a lost machine does. */
    void kill() throws InterruptedException {
        var victim = process;
        assertThat(victim != null && victim.isAlive())
                .as("there is something to kill")
                .isTrue();
        victim.destroyForcibly();
        assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).as("killed").isEqualTo(137);
    }

    /** Ends it in good order, and what it has started with it. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            assertThat(process.onExit().orTimeout(60, TimeUnit.SECONDS).join().isAlive())
                    .isFalse();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
