package bookstore.embedded.amqp;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.CRC32;

/** Tells what a journal holds. A batch that was cut off at the end was never confirmed to anybody and is left out. */
final class JournalReader {

    private final JournalRecords records;

    JournalReader(JournalRecords records) {
        this.records = records;
    }

    void read(Path file) throws IOException {
        long left = Files.size(file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (left >= JournalBatch.HEAD) {
                int length = in.readInt();
                int expected = in.readInt();
                left -= JournalBatch.HEAD + (long) length;
                if (length < 0 || left < 0) {
                    return;
                }
                byte[] batch = in.readNBytes(length);
                var sum = new CRC32();
                sum.update(batch);
                if ((int) sum.getValue() != expected) {
                    return;
                }
                tell(batch);
            }
        }
    }

    private void tell(byte[] batch) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(batch))) {
            while (in.available() > 0) {
                char kind = (char) in.readByte();
                switch (kind) {
                    case JournalBatch.TOPOLOGY -> records.topology(Codec.method(block(in)));
                    case JournalBatch.ENQUEUED -> enqueued(in);
                    case JournalBatch.DELIVERED -> records.delivered(in.readLong());
                    case JournalBatch.REMOVED -> records.removed(in.readLong());
                    default -> throw new IOException("The journal has an unknown record '" + kind + "'");
                }
            }
        }
    }

    private void enqueued(DataInputStream in) throws IOException {
        long id = in.readLong();
        long expiresAt = in.readLong();
        int deliveries = in.readInt();
        String queue = in.readUTF();
        String exchange = in.readUTF();
        int count = in.readUnsignedShort();
        var keys = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            keys.add(in.readUTF());
        }
        byte[] header = block(in);
        var message = new Message(exchange, keys, Codec.properties(header), header, block(in));
        records.enqueued(queue, new Entry(id, message, expiresAt, deliveries));
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] block = in.readNBytes(length);
        if (block.length < length) {
            throw new EOFException("The journal has a record that is too short");
        }
        return block;
    }
}
