package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.embedded.amqp.EmbeddedRabbit;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The broker in a process of its own, which can be killed. It ends when whoever has started it does. */
final class BrokerProcess {

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    BrokerProcess(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.toString(),
                        String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await("the broker").atMost(Duration.ofMinutes(2)).until(this::listens);
    }

    private boolean listens() {
        try (var socket = new Socket(Addresses.HOST, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() {
        var victim = process;
        if (victim == null) {
            throw new AssertionError("there is no broker to kill");
        }
        victim.destroyForcibly();
        assertThat(victim.onExit().orTimeout(20, TimeUnit.SECONDS).join().exitValue())
                .as("killed")
                .isEqualTo(137);
    }

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var broker = EmbeddedRabbit.start(Addresses.HOST, Integer.parseInt(arguments[1]), "guest", "guest", directory);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        broker.close();
    }
}
