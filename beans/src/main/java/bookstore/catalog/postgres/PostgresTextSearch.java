package bookstore.catalog.postgres;

import bookstore.catalog.Filter;
import bookstore.catalog.Isbn;
import bookstore.catalog.TextSearch;
import bookstore.catalog.TypedIsbn;
import bookstore.shared.postgres.ContextDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's full text. A query is tried ever more loosely: as it is, with slips of the finger corrected, by what is
 * spelled alike, by some of its words. The rank of a looser answer stays below that of a stricter one.
 */
class PostgresTextSearch implements TextSearch {

    private static final int ENOUGH = 20;

    private final JdbcClient jdbc;
    private final PostgresVocabulary vocabulary;
    private final WordSearch words;
    private final SpellingSearch spelling;

    PostgresTextSearch(ContextDatabase database, PostgresVocabulary vocabulary) {
        this.jdbc = database.jdbc();
        this.vocabulary = vocabulary;
        this.words = new WordSearch(database, vocabulary);
        this.spelling = new SpellingSearch(database);
    }

    @Override
    public List<Match> search(String query, Filter filter, int limit) {
        var condition = new FilterCondition(filter);
        var isbns = TypedIsbn.meant(query);
        if (!isbns.isEmpty()) {
            return byIsbn(isbns, condition);
        }
        var found = words.all(query, condition, limit);
        if (found.size() >= Math.min(ENOUGH, limit) || TextSearch.isExact(query)) {
            return found;
        }
        var corrected = vocabulary.corrected(query);
        var meant = found.isEmpty() && !corrected.equals(query) ? words.all(corrected, condition, limit) : found;
        var alike = meant.isEmpty() ? spelling.alike(query, condition, limit) : List.<Match>of();
        return merge(limit, meant, alike, words.some(corrected, condition, limit));
    }

    private List<Match> byIsbn(List<Isbn> isbns, FilterCondition condition) {
        return jdbc.sql("select b.id as book_id, 1 as rank, 'NAME' as fit, 1 as share from books b"
                        + " where b.isbn = any(:isbns) and " + condition.sql() + " order by b.isbn")
                .params(condition.parameters())
                .param("isbns", isbns.stream().map(Isbn::digits).toArray(String[]::new))
                .query(Match.class)
                .list();
    }

    /** The strictest answers first, each book once. */
    @SafeVarargs
    private static List<Match> merge(int limit, Collection<Match>... answers) {
        var merged = new LinkedHashMap<UUID, Match>();
        var above = 4.0 * answers.length;
        for (var matches : answers) {
            above -= 4;
            for (var match : matches) {
                merged.putIfAbsent(
                        match.bookId(), new Match(match.bookId(), above + match.rank(), match.fit(), match.share()));
            }
        }
        return new ArrayList<>(merged.values()).subList(0, Math.min(limit, merged.size()));
    }
}
