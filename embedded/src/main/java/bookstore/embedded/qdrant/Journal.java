package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The file from which a collection rises again: a batch of changes after the other, each as its length, its CRC-32
 * and itself. What was appended survives the death of this process, though not that of the machine: nothing is forced
 * to disk.
 */
final class Journal implements AutoCloseable {

    private static final int HEAD = 8;

    private final Path file;
    private FileChannel channel;
    private boolean broken;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Tells what the file holds, and cuts off what was written by half when the process died. */
    static Journal open(Path file, Consumer<UpdateBatchPoints> told) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(tell(channel, told));
            channel.position(channel.size());
            return new Journal(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal " + file, e);
        }
    }

    void append(UpdateBatchPoints batch) {
        if (broken) {
            throw new IllegalStateException("The journal " + file + " could not be written; restart the server");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(framed(batch));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // the file may end in half a batch, behind which nothing would be found again
            broken = true;
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the file anew with nothing but these. */
    void replace(Stream<UpdateBatchPoints> state) {
        Path fresh = file.resolveSibling("journal.new");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                for (var batches = state.iterator(); batches.hasNext(); ) {
                    out.write(framed(batches.next()));
                }
            }
            channel.close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(channel.size());
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException("Cannot compact the journal " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the last whole batch ends. */
    private static long tell(FileChannel channel, Consumer<UpdateBatchPoints> told) throws IOException {
        long end = 0;
        var head = ByteBuffer.allocate(HEAD);
        while (fill(channel, head.clear(), end)) {
            int length = head.getInt();
            int sum = head.getInt();
            if (length < 0 || length > channel.size() - end - HEAD) {
                return end;
            }
            var batch = ByteBuffer.allocate(length);
            if (!fill(channel, batch, end + HEAD) || sum(batch.array()) != sum) {
                return end;
            }
            told.accept(UpdateBatchPoints.parseFrom(batch));
            end += HEAD + (long) length;
        }
        return end;
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private static byte[] framed(UpdateBatchPoints batch) {
        byte[] bytes = batch.toByteArray();
        return ByteBuffer.allocate(HEAD + bytes.length)
                .putInt(bytes.length)
                .putInt(sum(bytes))
                .put(bytes)
                .array();
    }

    private static int sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
