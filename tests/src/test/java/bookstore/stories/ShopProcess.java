package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.embedded.process.Loopback;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shop in a process of its own, which can be killed and started again on what it has left behind. */
public final class ShopProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final Path directory;
    private final Path identity;
    private final Program program;
    private final int port = Loopback.free("shop", 0);
    private final int mails = Loopback.free("shop", 0);
    private @Nullable Process process;

    public ShopProcess(Path directory) {
        this(directory, directory.resolve("identity"));
    }

    /**
     * What is started.
     *
     * @param main a class with a main method, and the JVM's options before it
     * @param page that is answered as soon as the shop is open
     */
    public record Program(List<String> main, String page) {

        static final Program SHOP = new Program(List.of(Bookstore.class.getName()), "/api/books?size=1");
    }

    /** @param identity where the embedded issuer's key is, which processes that belong together share */
    public ShopProcess(Path directory, Path identity) {
        this(directory, identity, Program.SHOP);
    }

    public ShopProcess(Path directory, Program program) {
        this(directory, directory.resolve("identity"), program);
    }

    public ShopProcess(Path directory, Path identity, Program program) {
        this.directory = directory;
        this.identity = identity;
        this.program = program;
    }

    int port() {
        return port;
    }

    String mails() {
        return "http://localhost:" + mails + "/";
    }

    public Shop start(String... settings) throws IOException, ParseException {
        var command = Stream.of(
                        List.of(
                                java(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path")),
                        program.main(),
                        settings(settings))
                .flatMap(List::stream)
                .toList();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("shop.log").toFile()))
                .start();
        var browser = new Browser(port);
        await("the shop to open, see " + directory).atMost(START).until(() -> isOpen(browser));
        var key = RSAKey.parse(Files.readString(identity.resolve("signing-key.json")));
        return new Shop(port, mails(), new Tokens(new ImmutableJWKSet<>(new JWKSet(key))));
    }

    /** What is said last counts. */
    private List<String> settings(String... more) {
        var embedded = Stream.of("postgres", "redis", "rabbit", "qdrant", "smtp")
                .map(part -> "--bookstore.embedded." + part + "-port=0");
        var own = Stream.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--bookstore.embedded.temporary=false",
                "--bookstore.embedded.directory=" + directory.resolve("data"),
                "--bookstore.embedded.mails-port=" + mails,
                "--bookstore.identity.directory=" + identity,
                "--bookstore.finance.resume-after=2s",
                // a mail that was being sent when the process was killed is sent again by then
                "--bookstore.notification.lease=20s",
                "--bookstore.ordering.saga-timeout=30s");
        var byName = new LinkedHashMap<String, String>();
        Stream.of(own, embedded, Stream.of(more))
                .flatMap(all -> all)
                .forEach(setting -> byName.put(setting.split("=")[0], setting));
        return List.copyOf(byName.values());
    }

    private boolean isOpen(Browser browser) {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("the shop has ended:\n" + lastWords());
        }
        try {
            return browser.get(program.page()).status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private String lastWords() {
        try (var lines = Files.lines(directory.resolve("shop.log"))) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without a word, as a lost machine does. */
    public void kill() {
        running().destroyForcibly();
        assertThat(exitValue()).as("killed").isEqualTo(137);
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** With which it has ended, or is about to. */
    public int exitValue() {
        return running().onExit().orTimeout(20, TimeUnit.SECONDS).join().exitValue();
    }

    private Process running() {
        if (process == null) {
            throw new AssertionError("there is nothing that could end");
        }
        return process;
    }

    /** Ends it in good order, and what it has started with it. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            assertThat(process.onExit().orTimeout(180, TimeUnit.SECONDS).join().isAlive())
                    .isFalse();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
