package bookstore.embedded.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Loopback;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    private Path directory;

    @Test
    void a_restart_keeps_the_data() throws Exception {
        try (var redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(say(redis.port(), "set title Emma")).isEqualTo("+OK");
        }
        try (var redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(say(redis.port(), "strlen title")).isEqualTo(":4");
        }
    }

    @Test
    void a_server_left_by_a_killed_process_is_taken_over() throws Exception {
        int port = Loopback.free("Redis", 0);
        var process = process(port);
        await().until(() -> answers(port));
        process.destroyForcibly().waitFor();
        assertThat(answers(port)).as("the orphan is still there").isTrue();

        try (var redis = EmbeddedRedis.start(directory, port)) {
            assertThat(redis.port()).isEqualTo(port);
        }
        assertThat(answers(port)).isFalse();
    }

    @Test
    void a_taken_port_is_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The embedded Redis cannot listen on 127.0.0.1:%d (Address already in use)"
                            .formatted(taken.getLocalPort()));
        }
    }

    private Process process(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisProcess.class.getName(),
                        directory.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private static boolean answers(int port) {
        try {
            return "+PONG".equals(say(port, "ping"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String say(int port, String command) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }
}
