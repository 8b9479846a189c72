package bookstore.embedded.amqp;

import bookstore.embedded.process.DirectoryLock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file from which the broker rises again. What was flushed survives the death of this process, though not that of
 * the machine: nothing is forced to disk, because a stand-in guards against kill -9 and not against power cuts.
 */
final class Journal implements AutoCloseable {

    private static final long SMALLEST_WORTH_COMPACTING = 16L << 20;
    private static final int GROWTH = 4;
    private static final int BATCH = 1 << 20;

    private final Path file;
    private final DirectoryLock lock;
    private final JournalBatch batch = new JournalBatch();
    private @Nullable OutputStream out;
    private boolean broken;
    private long size;
    private long compactAt;

    Journal(Path directory) {
        this.lock = DirectoryLock.on(directory);
        this.file = directory.resolve("journal");
    }

    void recover(JournalRecords into) {
        try {
            if (Files.exists(file)) {
                new JournalReader(into).read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal " + file, e);
        }
    }

    /** What is recorded here is kept from the next flush on. */
    JournalRecords records() {
        return batch;
    }

    void flush() {
        if (broken) {
            throw new IllegalStateException("The journal " + file + " could not be written; restart the broker");
        }
        if (out == null || batch.size() == 0) {
            return;
        }
        try {
            size += batch.writeTo(out);
        } catch (IOException e) {
            // the file may end in half a batch, behind which nothing would be found again
            broken = true;
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    boolean overgrown() {
        return size >= compactAt && !broken;
    }

    /** Starts the file anew with nothing but the present state, which comprises everything recorded so far. */
    void compact(Stream<Consumer<JournalRecords>> state) {
        batch.clear();
        Path fresh = file.resolveSibling("journal.new");
        try {
            close(out);
            out = null;
            size = 0;
            try (OutputStream snapshot = Files.newOutputStream(fresh)) {
                state.forEach(part -> {
                    part.accept(batch);
                    spill(snapshot, BATCH);
                });
                spill(snapshot, 1);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            out = Files.newOutputStream(file, StandardOpenOption.APPEND);
            compactAt = Math.max(SMALLEST_WORTH_COMPACTING, GROWTH * size);
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException("Cannot compact the journal " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            flush();
            close(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private void spill(OutputStream snapshot, int atLeast) {
        try {
            if (batch.size() >= atLeast) {
                size += batch.writeTo(snapshot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(@Nullable OutputStream stream) throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
