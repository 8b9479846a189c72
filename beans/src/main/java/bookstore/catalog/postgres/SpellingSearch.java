package bookstore.catalog.postgres;

import bookstore.catalog.Spelling;
import bookstore.catalog.TextSearch.Match;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds books whose titles and authors are spelled like a query, by groups of three letters. */
class SpellingSearch {

    private static final double ALIKE = 0.5;
    private static final double NAMED = 0.6;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SpellingSearch(ContextDatabase database) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
    }

    List<Match> alike(String query, FilterCondition condition, int limit) {
        return transaction.execute(status -> {
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)")
                    .param(String.valueOf(ALIKE))
                    .query(String.class)
                    .single();
            return jdbc.sql("select b.id as book_id, a.alike as rank, a.alike as share,"
                            + " case when a.alike >= :named then 'NAME' else 'SOME_WORDS' end as fit"
                            + " from books b, word_similarity(:key, b.spelling) a(alike)"
                            + " where :key <% b.spelling and " + condition.sql()
                            + " order by rank desc, b.id limit :limit")
                    .params(condition.parameters())
                    .param("key", Spelling.key(query))
                    .param("named", NAMED)
                    .param("limit", limit)
                    .query(Match.class)
                    .list();
        });
    }
}
