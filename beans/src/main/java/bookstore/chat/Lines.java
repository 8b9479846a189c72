package bookstore.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the assistant has been told, read line by line from beside the code. */
final class Lines {

    private Lines() {}

    /** The lines of a file that say something. */
    static List<String> of(String file) {
        var in = Objects.requireNonNull(Lines.class.getResourceAsStream("/bookstore/chat/" + file), file);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
