package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture of the architecture says who hears what, as the table does that is drawn from the running routes. */
class ArchitectureDiagramTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\w+) \\| (\\w+)\\.(events|commands) \\| \\S+ \\| `(\\w+)-on-");
    private static final Pattern EDGE = Pattern.compile("(?m)^  (\\w+) -- ([^>]+?) --> (.+)$");

    @Test
    void the_picture_and_the_routes_say_the_same() throws IOException {
        var heard = new TreeSet<String>();
        ROW.matcher(read("flows.md")).results().forEach(row -> {
            var isOfItself = row.group(3).equals("events") && row.group(2).equals(row.group(4));
            if (!isOfItself) {
                heard.add(row.group(4) + " hears " + row.group(1));
            }
        });

        assertThat(drawn()).hasSizeGreaterThan(30).isEqualTo(heard);
    }

    private static Set<String> drawn() throws IOException {
        var drawn = new TreeSet<String>();
        EDGE.matcher(read("architecture.md")).results().forEach(edge -> {
            for (var message : edge.group(2).split("[?,/ ]+")) {
                for (var hearer : edge.group(3).split(" & ")) {
                    drawn.add(hearer + " hears " + message);
                }
            }
        });
        return drawn;
    }

    private static String read(String document) throws IOException {
        return Files.readString(Path.of("docs", document));
    }
}
