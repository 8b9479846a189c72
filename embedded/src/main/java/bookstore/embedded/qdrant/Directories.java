package bookstore.embedded.qdrant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directories of collections, which have files but no directories in them. */
final class Directories {

    private Directories() {}

    static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
    }

    static List<Path> list(Path directory) {
        try (Stream<Path> there = Files.list(directory)) {
            return there.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory, e);
        }
    }

    /** Without its schema a directory is no collection any more, so that one goes first. */
    static void delete(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(Collection.SCHEMA));
            for (Path file : list(directory)) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
