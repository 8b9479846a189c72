package bookstore.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    @Test
    void any_port_is_none_that_the_system_gives_to_another_meanwhile() {
        assertThat(IntStream.range(0, 1_000)).allMatch(any -> Loopback.free("shop", 0) < given());
    }

    private static int given() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
