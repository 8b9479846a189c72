package bookstore.catalog.postgres;

import bookstore.catalog.Spelling;
import bookstore.catalog.search.Titles;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Titles and authors by their keys, which hold letters, digits and blanks only and so are no patterns. */
class PostgresTitles implements Titles {

    private static final String STARTING =
            """
            with names as (
                select title as name, title_key as key, reviews from books where deleted_at is null
                union all
                select h.name, h.key, 0 from headings h
                 where h.kind = 'AUTHOR'
                   and exists (select 1 from book_headings l join books b on b.id = l.book_id
                                where l.heading_id = h.id and b.deleted_at is null))
            select name from names
             where key like :key || '%' or key like '% ' || :key || '%'
             group by name
             order by bool_or(key like :key || '%') desc, max(reviews) desc, length(name), name
             limit :limit
            """;

    private final JdbcClient jdbc;

    PostgresTitles(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public boolean contain(String title) {
        return jdbc.sql("select exists (select 1 from books where title_key = ? and deleted_at is null)")
                .param(Spelling.key(title))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> startingWith(String typed, int atMost) {
        var key = Spelling.key(typed);
        if (key.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STARTING)
                .param("key", key)
                .param("limit", atMost)
                .query(String.class)
                .list();
    }
}
