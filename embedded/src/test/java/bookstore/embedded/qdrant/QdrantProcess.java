package bookstore.embedded.qdrant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server to be killed: tells its port on standard output and runs until then. */
final class QdrantProcess {

    private QdrantProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var qdrant = EmbeddedQdrant.start("127.0.0.1", 0, Path.of(arguments[0]));
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write((qdrant.port() + "\n").getBytes(UTF_8));
        }
        new CountDownLatch(1).await();
    }
}
