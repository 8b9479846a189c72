package bookstore.catalog.postgres;

import bookstore.catalog.Spelling;
import bookstore.catalog.Vocabulary;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts words in PostgreSQL and keeps what it has counted in memory: some 10 MB for 100 000 books. */
class PostgresVocabulary implements Vocabulary {

    private static final Pattern WORD = Pattern.compile("\\p{L}{5,40}");

    private static final String WRITTEN =
            """
            select word, ndoc from ts_stat($$
                select to_tsvector('names', title || ' ' || subtitle || ' ' || spelling || ' ' || description)
                  from books where deleted_at is null$$)
            """;

    private static final String STEMS =
            "select word, ndoc from ts_stat('select words from books where deleted_at is null')";

    private static final String STATE =
            "select count(*) || '/' || coalesce(max(changed_at)::text, '') from books" + " where deleted_at is null";

    private final JdbcClient jdbc;
    private final Supplier<Set<String>> common;
    private volatile Counted counted = new Counted("", 0, new SlipFinder(Map.of(), Set.of()), Map.of());

    /** @param common words that are no slips even if no book has them */
    PostgresVocabulary(ContextDatabase database, Supplier<Set<String>> common) {
        this.jdbc = database.jdbc();
        this.common = common;
    }

    private record Counted(String state, int books, SlipFinder written, Map<String, Integer> stems) {}

    @Override
    public void count() {
        var state = jdbc.sql(STATE).query(String.class).single();
        if (!state.equals(counted.state())) {
            var books = Integer.parseInt(state.substring(0, state.indexOf('/')));
            counted = new Counted(state, books, new SlipFinder(words(WRITTEN), common.get()), words(STEMS));
        }
    }

    private Map<String, Integer> words(String sql) {
        var words = new HashMap<String, Integer>();
        jdbc.sql(sql).query(row -> {
            words.put(row.getString(1), row.getInt(2));
        });
        return words;
    }

    /** How much it says that a book has this stem: more if few have it (Spärck Jones 1972). */
    double weight(String stem) {
        return Math.log(1 + (counted.books() + 1.0) / (books(stem) + 1.0));
    }

    /** In how many books a stem is. */
    int books(String stem) {
        return counted.stems().getOrDefault(stem, 0);
    }

    List<String> rarestFirst(List<String> stems) {
        return stems.stream().sorted(Comparator.comparingInt(this::books)).toList();
    }

    @Override
    public String corrected(String query) {
        var written = counted.written();
        return WORD.matcher(query).replaceAll(word -> written.meant(Spelling.key(word.group()))
                .filter(other -> isUnknown(word.group()))
                .orElse(word.group()));
    }

    /** Asks the books themselves: what was counted may be older than they are. */
    private boolean isUnknown(String word) {
        return jdbc.sql("select not exists (select 1 from books b where b.deleted_at is null and b.words @@"
                        + " (plainto_tsquery('words', :word) || plainto_tsquery('names', :word)))")
                .param("word", word)
                .query(Boolean.class)
                .single();
    }
}
