package bookstore.catalog.postgres;

import bookstore.catalog.Filter;
import bookstore.catalog.Isbn;
import bookstore.catalog.Spelling;
import bookstore.catalog.TextSearch;
import bookstore.shared.postgres.ContextDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL's full text over two readings of a query, stemmed and as written, so that "to be or not to be" and names
 * that look like word forms are found as well. A query is tried ever more loosely; the rank of a looser answer stays
 * below that of a stricter one.
 */
class PostgresTextSearch implements TextSearch {

    private static final int ENOUGH = 3;
    private static final double ALIKE = 0.5;

    /** Weights of description, publisher and categories, subtitle, title and authors. */
    private static final String RANK = "ts_rank('{0.1, 0.3, 0.6, 1.0}', b.words, q.query, 1)";

    private static final String ALL_WORDS =
            "websearch_to_tsquery('words', :text) || websearch_to_tsquery('names', :text)";

    private static final String ANY_WORD = "replace(plainto_tsquery('words', :text)::text, '&', '|')::tsquery";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresTextSearch(ContextDatabase database) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
    }

    @Override
    public List<Match> search(String query, Filter filter, int limit) {
        var condition = new FilterCondition(filter);
        var isbn = Isbn.find(query);
        if (isbn.isPresent()) {
            return byIsbn(isbn.get(), condition);
        }
        var found = byWords(ALL_WORDS, query, condition, limit);
        if (found.size() >= Math.min(ENOUGH, limit) || isExact(query)) {
            return found;
        }
        var alike = found.isEmpty() ? bySpelling(query, condition, limit) : List.<Match>of();
        return merge(limit, found, alike, byWords(ANY_WORD, query, condition, limit));
    }

    /** Whoever writes quotes or a minus means it. */
    private static boolean isExact(String query) {
        return query.indexOf('"') >= 0 || query.matches("(.*\\s)?-\\w.*");
    }

    private List<Match> byIsbn(Isbn isbn, FilterCondition condition) {
        return jdbc.sql("select b.id as book_id, 1 as rank, false as loose from books b where b.isbn = :isbn and "
                        + condition.sql())
                .params(condition.parameters())
                .param("isbn", isbn.digits())
                .query(Match.class)
                .list();
    }

    private List<Match> byWords(String tsquery, String query, FilterCondition condition, int limit) {
        return jdbc.sql("select b.id as book_id, " + RANK
                        + " + (b.title_key = :key)::int as rank, :loose as loose from books b, (select "
                        + tsquery + " as query) q where b.words @@ q.query and " + condition.sql()
                        + " order by rank desc, b.reviews desc, b.id limit :limit")
                .params(condition.parameters())
                .param("text", query)
                .param("key", Spelling.key(query))
                .param("loose", tsquery.equals(ANY_WORD))
                .param("limit", limit)
                .query(Match.class)
                .list();
    }

    private List<Match> bySpelling(String query, FilterCondition condition, int limit) {
        return transaction.execute(status -> {
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)")
                    .param(String.valueOf(ALIKE))
                    .query(String.class)
                    .single();
            return jdbc.sql(
                            "select b.id as book_id, word_similarity(:key, b.spelling) as rank, false as loose from books b"
                                    + " where :key <% b.spelling and " + condition.sql()
                                    + " order by rank desc, b.id limit :limit")
                    .params(condition.parameters())
                    .param("key", Spelling.key(query))
                    .param("limit", limit)
                    .query(Match.class)
                    .list();
        });
    }

    /** The strictest answers first, each book once. */
    @SafeVarargs
    private static List<Match> merge(int limit, Collection<Match>... answers) {
        var merged = new LinkedHashMap<UUID, Match>();
        var above = 2.0 * answers.length;
        for (var matches : answers) {
            above -= 2;
            for (var match : matches) {
                merged.putIfAbsent(match.bookId(), new Match(match.bookId(), above + match.rank(), match.loose()));
            }
        }
        return new ArrayList<>(merged.values()).subList(0, Math.min(limit, merged.size()));
    }
}
