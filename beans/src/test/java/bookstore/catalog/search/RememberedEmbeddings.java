package bookstore.catalog.search;

import bookstore.shared.Embeddings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps in a file what the model has read once; ten thousand books take it minutes. */
final class RememberedEmbeddings implements Embeddings, AutoCloseable {

    private final Embeddings model;
    private final Map<String, float[]> known = new HashMap<>();
    private final DataOutputStream file;

    RememberedEmbeddings(Embeddings model, Path path) {
        this.model = model;
        try {
            if (Files.exists(path)) {
                read(path);
            }
            this.file = new DataOutputStream(
                    Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path path) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            while (true) {
                var text = in.readUTF();
                var vector = new float[model.dimensions()];
                for (var i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                known.put(text, vector);
            }
        } catch (EOFException e) {
            // all read
        }
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public float[] ofQuery(String text) {
        return model.ofQuery(text);
    }

    @Override
    public float[] ofPassage(String text) {
        return known.computeIfAbsent(text, this::ask);
    }

    @Override
    public Set<String> commonWords() {
        return model.commonWords();
    }

    private float[] ask(String text) {
        var vector = model.ofPassage(text);
        try {
            file.writeUTF(text);
            for (var number : vector) {
                file.writeFloat(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vector;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
