package bookstore.catalog.postgres;

import bookstore.catalog.Spelling;
import bookstore.catalog.TextSearch.Match;
import bookstore.shared.postgres.ContextDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds books by words in two readings, stemmed and as written, so that "to be or not to be" and names that look like
 * word forms are found as well.
 */
class WordSearch {

    /** Weights of description, publisher and categories, subtitle, title and authors. */
    private static final String WEIGHTS = "'{0.1, 0.3, 0.6, 1.0}'";

    private static final String ALL =
            """
            select b.id as book_id, 1 as share,
                   case when ts_filter(b.words, '{a,b}') @@ q.query then 'NAME' else 'ALL_WORDS' end as fit,
                   ts_rank(%s, b.words, q.query, 1) + (ts_filter(b.words, '{a,b}') @@ q.query)::int
                   + (b.title_key = :key)::int + (b.title_key = :key or b.title_key like :key || ' %%')::int as rank
              from books b,
                   (select websearch_to_tsquery('words', :text) || websearch_to_tsquery('names', :text) as query) q
             where b.words @@ q.query and %s
             order by rank desc, b.reviews desc, b.id limit :limit
            """;

    /** How much a word found in a description, among the headings, in a subtitle, in the title counts of its weight. */
    private static final String SHARES = "'{0.7, 0.8, 0.9, 1.0}'";

    private static final String SOME =
            """
            with terms as (
                     select stem, weight, ('''' || replace(replace(stem, '\\', '\\\\'), '''', '''''') || '''')::tsquery as query
                       from unnest(:stems::text[], :weights::float8[]) as t (stem, weight)),
                 any_term as (select string_agg(query::text, '|')::tsquery as query from terms
                               where stem = any(:telling))
            select b.id as book_id, 'SOME_WORDS' as fit, s.share as share, s.share as rank
              from any_term q join books b on b.words @@ q.query,
                   lateral (select sum(t.weight * least(1, ts_rank(%s, b.words, t.query) / 0.6)) as share
                              from terms t) s
             where %s
             order by rank desc, b.reviews desc, b.id limit :limit
            """;

    private static final int MOST_BOOKS = 5_000;

    private final JdbcClient jdbc;
    private final PostgresVocabulary vocabulary;

    WordSearch(ContextDatabase database, PostgresVocabulary vocabulary) {
        this.jdbc = database.jdbc();
        this.vocabulary = vocabulary;
    }

    /** Books with all words. */
    List<Match> all(String query, FilterCondition condition, int limit) {
        return jdbc.sql(ALL.formatted(WEIGHTS, condition.sql()))
                .params(condition.parameters())
                .param("text", query)
                .param("key", Spelling.key(query))
                .param("limit", limit)
                .query(Match.class)
                .list();
    }

    /** Books with some words; rare ones count more. */
    List<Match> some(String query, FilterCondition condition, int limit) {
        var stems = jdbc.sql("select unnest(tsvector_to_array(to_tsvector('words', ?)))")
                .param(query)
                .query(String.class)
                .list();
        var sum = stems.stream().mapToDouble(vocabulary::weight).sum();
        var weights = stems.stream().map(stem -> vocabulary.weight(stem) / sum);
        return jdbc.sql(SOME.formatted(SHARES, condition.sql()))
                .params(condition.parameters())
                .param("stems", stems.toArray(String[]::new))
                .param("weights", weights.toArray(Double[]::new))
                .param("telling", telling(stems))
                .param("limit", limit)
                .query(Match.class)
                .list();
    }

    /** The rarest stems, as many as do not bring too many books; who has only the others is not worth looking at. */
    private String[] telling(List<String> stems) {
        var books = 0;
        var telling = new ArrayList<String>();
        for (var stem : vocabulary.rarestFirst(stems)) {
            books += vocabulary.books(stem);
            if (books > MOST_BOOKS && !telling.isEmpty()) {
                break;
            }
            telling.add(stem);
        }
        return telling.toArray(String[]::new);
    }
}
