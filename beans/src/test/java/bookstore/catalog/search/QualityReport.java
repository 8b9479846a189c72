package bookstore.catalog.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How well each way of searching answers judged queries. */
final class QualityReport {

    private static final int SAMPLES = 10_000;

    private final List<JudgedQuery> queries;
    private final Map<Mode, List<List<String>>> found = new EnumMap<>(Mode.class);

    QualityReport(List<JudgedQuery> queries, SearchTrial trial) {
        this.queries = queries;
        for (var mode : Mode.values()) {
            found.put(
                    mode,
                    queries.stream()
                            .map(query -> trial.found(query.text(), mode))
                            .toList());
        }
    }

    /** What counts in one place of the table. */
    interface Measure {
        double of(JudgedQuery query, List<String> found);
    }

    double mean(Mode mode, Predicate<JudgedQuery> which, Measure measure) {
        return IntStream.range(0, queries.size())
                .filter(i -> which.test(queries.get(i)))
                .mapToDouble(i -> measure.of(queries.get(i), found.get(mode).get(i)))
                .average()
                .orElseThrow();
    }

    double gain(Mode mode, Predicate<JudgedQuery> which) {
        return mean(mode, which, JudgedQuery::gain);
    }

    /** How much better the fused ranking is than the better of the two, drawing the queries again and again. */
    record Lead(double difference, double lowest, double highest, double chance) {}

    /** Paired bootstrap of the gain, 95 %; the chance is that of a lead that is none. */
    Lead lead(Predicate<JudgedQuery> which) {
        var other = gain(Mode.TEXT, which) > gain(Mode.VECTOR, which) ? Mode.TEXT : Mode.VECTOR;
        var chosen = IntStream.range(0, queries.size())
                .filter(i -> which.test(queries.get(i)))
                .toArray();
        var differences = IntStream.of(chosen)
                .mapToDouble(i -> queries.get(i).gain(found.get(Mode.HYBRID).get(i))
                        - queries.get(i).gain(found.get(other).get(i)))
                .toArray();
        var random = new Random(42);
        var means = IntStream.range(0, SAMPLES)
                .mapToDouble(sample -> random.ints(differences.length, 0, differences.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        var none = IntStream.range(0, SAMPLES).filter(i -> means[i] <= 0).count();
        return new Lead(
                IntStream.range(0, differences.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElseThrow(),
                means[SAMPLES / 40],
                means[SAMPLES - SAMPLES / 40],
                (double) none / SAMPLES);
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(
                "| queries | n | way | nDCG@10 | MRR | recall@10 | recall@50 | first | lead, 95 % interval, chance |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        add(lines, "all", query -> true);
        add(lines, "tuned on", query -> !query.held());
        add(lines, "held out", JudgedQuery::held);
        add(lines, "known items", JudgedQuery::isKnownItem);
        add(lines, "known items, held out", query -> query.isKnownItem() && query.held());
        for (var kind : new TreeSet<>(queries.stream().map(JudgedQuery::kind).toList())) {
            add(lines, kind, query -> query.kind().equals(kind));
        }
        return String.join("\n", lines);
    }

    private void add(List<String> lines, String name, Predicate<JudgedQuery> which) {
        var count = queries.stream().filter(which).count();
        if (count == 0) {
            return;
        }
        for (var mode : Mode.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %s |",
                    name,
                    count,
                    mode.name().toLowerCase(Locale.ROOT),
                    gain(mode, which),
                    mean(mode, which, JudgedQuery::reciprocalRank),
                    mean(mode, which, (query, books) -> query.recall(books, 10)),
                    mean(mode, which, (query, books) -> query.recall(books, 50)),
                    mean(mode, which, (query, books) -> query.isFirst(books) ? 1 : 0),
                    mode == Mode.HYBRID ? told(lead(which)) : ""));
        }
    }

    private static String told(Lead lead) {
        return String.format(
                Locale.ROOT,
                "%+.3f, %+.3f to %+.3f, %.4f",
                lead.difference(),
                lead.lowest(),
                lead.highest(),
                lead.chance());
    }

    /** Which queries of the tuned part want better, the worst first; the others stay unread. */
    String failures() {
        return IntStream.range(0, queries.size())
                .filter(i -> !queries.get(i).held())
                .boxed()
                .filter(i -> gainOf(i) < 0.99)
                .sorted((a, b) -> Double.compare(gainOf(a), gainOf(b)))
                .map(i -> String.format(
                        Locale.ROOT,
                        "%.2f %s: %s | wanted %s | found %s",
                        gainOf(i),
                        queries.get(i).kind(),
                        queries.get(i).text(),
                        queries.get(i).grades(),
                        found.get(Mode.HYBRID).get(i).stream().limit(4).toList()))
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private double gainOf(int i) {
        return queries.get(i).gain(found.get(Mode.HYBRID).get(i));
    }
}
