package bookstore.catalog.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A query, and how well books answer it: 3 just this was wanted, 2 answers it too, 1 has to do with it, and nothing for
 * all others.
 *
 * @param held never looked at while the search is changed
 * @param kind what somebody has in mind who asks so
 */
record JudgedQuery(boolean held, String kind, String text, Map<String, Integer> grades) {

    private static final int RELEVANT = 2;

    /** Those for the books of the first start, judged by title. */
    static List<JudgedQuery> all() {
        var file =
                Objects.requireNonNull(JudgedQuery.class.getResourceAsStream("/bookstore/catalog/judged-queries.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JudgedQuery of(String[] parts) {
        var grades = Arrays.stream(parts[3].split("\\|"))
                .map(judgement -> judgement.split("="))
                .collect(Collectors.toMap(judgement -> judgement[0], judgement -> Integer.valueOf(judgement[1])));
        return new JudgedQuery(parts[0].equals("held"), parts[1], parts[2], grades);
    }

    /** Whether somebody wants one certain book, or those of one author, and names it. */
    boolean isKnownItem() {
        return List.of("title", "author", "isbn").contains(kind.replace("misspelt ", ""));
    }

    /** Normalised discounted cumulative gain of the first ten places (Järvelin, Kekäläinen 2002), 0 to 1. */
    double gain(List<String> found) {
        var grade = found.stream().limit(10).map(book -> grades.getOrDefault(book, 0));
        var best = grades.values().stream().sorted(Collections.reverseOrder()).limit(10);
        return discounted(grade.toList()) / discounted(best.toList());
    }

    private static double discounted(List<Integer> grades) {
        var sum = 0.0;
        for (var place = 0; place < grades.size(); place++) {
            sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }

    /** 1 if the first answer is in the first place, 1/2 in the second, …, 0 behind the fiftieth. */
    double reciprocalRank(List<String> found) {
        for (var place = 0; place < Math.min(50, found.size()); place++) {
            if (isAnswer(found.get(place))) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }

    /** How many of the answers are in the first places, 0 to 1. */
    double recall(List<String> found, int places) {
        var answers =
                grades.values().stream().filter(grade -> grade >= RELEVANT).count();
        return (double) found.stream().limit(places).filter(this::isAnswer).count() / answers;
    }

    boolean isFirst(List<String> found) {
        return !found.isEmpty() && isAnswer(found.get(0));
    }

    private boolean isAnswer(String book) {
        return grades.getOrDefault(book, 0) >= RELEVANT;
    }
}
