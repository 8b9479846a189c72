package bookstore.catalog.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A query and the titles that somebody who asks it wants. */
record JudgedQuery(String text, Set<String> titles) {

    static List<JudgedQuery> all() {
        var file =
                Objects.requireNonNull(JudgedQuery.class.getResourceAsStream("/bookstore/catalog/judged-queries.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(JudgedQuery::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JudgedQuery of(String line) {
        var parts = line.split("\t");
        return new JudgedQuery(parts[0], Set.of(parts[1].split("\\|")));
    }

    /** 1 for a wanted title in the first place, 1/2 in the second, …, 0 behind the tenth. */
    double reciprocalRank(List<String> found) {
        for (var place = 0; place < Math.min(10, found.size()); place++) {
            if (titles.contains(found.get(place))) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }
}
