package bookstore.embedded.amqp;

import com.rabbitmq.client.Method;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * Records that reach the file together or not at all: a message that moves between queues is never in neither. A
 * batch is its length, its CRC-32 and the records.
 */
final class JournalBatch implements JournalRecords {

    static final char TOPOLOGY = 'T';
    static final char ENQUEUED = 'E';
    static final char DELIVERED = 'D';
    static final char REMOVED = 'R';
    static final int HEAD = 8;

    private static final int KEEP = 1 << 20;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(bytes);

    @Override
    public void topology(Method method) {
        byte[] payload = Codec.payload(method);
        write(data -> {
            data.writeByte(TOPOLOGY);
            block(data, payload);
        });
    }

    @Override
    public void enqueued(String queue, Entry entry) {
        Message message = entry.message();
        write(data -> {
            data.writeByte(ENQUEUED);
            data.writeLong(entry.id());
            data.writeLong(entry.expiresAt());
            data.writeInt(entry.deliveries());
            data.writeUTF(queue);
            data.writeUTF(message.exchange());
            data.writeShort(message.keys().size());
            for (String key : message.keys()) {
                data.writeUTF(key);
            }
            block(data, message.header());
            block(data, message.body());
        });
    }

    @Override
    public void delivered(long id) {
        write(data -> {
            data.writeByte(DELIVERED);
            data.writeLong(id);
        });
    }

    @Override
    public void removed(long id) {
        write(data -> {
            data.writeByte(REMOVED);
            data.writeLong(id);
        });
    }

    int size() {
        return bytes.size();
    }

    /** Returns the number of bytes written. */
    long writeTo(OutputStream file) throws IOException {
        byte[] records = bytes.toByteArray();
        var sum = new CRC32();
        sum.update(records);
        var head = new ByteArrayOutputStream(HEAD + records.length);
        var data = new DataOutputStream(head);
        data.writeInt(records.length);
        data.writeInt((int) sum.getValue());
        data.write(records);
        file.write(head.toByteArray());
        clear();
        return HEAD + (long) records.length;
    }

    void clear() {
        if (bytes.size() > KEEP) {
            bytes = new ByteArrayOutputStream();
            out = new DataOutputStream(bytes);
        } else {
            bytes.reset();
        }
    }

    private static void block(DataOutputStream data, byte[] block) throws IOException {
        data.writeInt(block.length);
        data.write(block);
    }

    private void write(Fields fields) {
        try {
            fields.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Fields {
        void writeTo(DataOutputStream data) throws IOException;
    }
}
