package bookstore.catalog.postgres;

import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.HeadingRecord;
import bookstore.catalog.Headings;
import bookstore.catalog.Named;
import bookstore.catalog.Spelling;
import bookstore.shared.Ids;
import bookstore.shared.Page;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authors, categories and publishers in one table, told apart by their kind. */
class PostgresHeadings implements Headings {

    private static final String SELECT = "select id, name, version from headings where kind = ? ";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final HeadingIndex index;

    PostgresHeadings(ContextDatabase database, Ids ids) {
        this.jdbc = database.jdbc();
        this.ids = ids;
        this.index = new HeadingIndex(database, ids);
    }

    @Override
    public Page<HeadingRecord> list(HeadingKind kind, int page, int size) {
        var total = jdbc.sql("select count(*) from headings where kind = ?")
                .param(kind.name())
                .query(Long.class)
                .single();
        var items = jdbc.sql(SELECT + "order by name, id limit ? offset ?")
                .params(kind.name(), size, Page.offset(page, size))
                .query(HeadingRecord.class)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public Optional<HeadingRecord> find(HeadingKind kind, UUID id) {
        return jdbc.sql(SELECT + "and id = ?")
                .params(kind.name(), id)
                .query(HeadingRecord.class)
                .optional();
    }

    @Override
    public Map<Named, Heading> of(HeadingKind kind, Set<Named> names) {
        return index.of(kind, names);
    }

    @Override
    public HeadingRecord add(HeadingKind kind, String name) {
        return unique(kind, () -> jdbc.sql("insert into headings (id, kind, name, key) values (?, ?, ?, ?)"
                        + " returning id, name, version")
                .params(ids.next(), kind.name(), name.strip(), mustBeName(name))
                .query(HeadingRecord.class)
                .single());
    }

    @Override
    public HeadingRecord rename(HeadingKind kind, UUID id, long expectedVersion, String name) {
        mustBe(kind, id, Optional.of(expectedVersion));
        return unique(kind, () -> jdbc.sql("update headings set name = ?, key = ?, version = version + 1"
                        + " where id = ? returning id, name, version")
                .params(name.strip(), mustBeName(name), id)
                .query(HeadingRecord.class)
                .single());
    }

    @Override
    public void remove(HeadingKind kind, UUID id, Optional<Long> expectedVersion) {
        mustBe(kind, id, expectedVersion);
        var books = jdbc.sql("select count(*) from book_headings l join books b on b.id = l.book_id"
                        + " where l.heading_id = ? and b.deleted_at is null")
                .param(id)
                .query(Long.class)
                .single();
        if (books > 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "heading-in-use", books + " books stand under this " + kind.word());
        }
        jdbc.sql("delete from book_headings where heading_id = ?").param(id).update();
        jdbc.sql("delete from headings where id = ?").param(id).update();
    }

    private void mustBe(HeadingKind kind, UUID id, Optional<Long> expectedVersion) {
        var version = jdbc.sql("select version from headings where kind = ? and id = ? for update")
                .params(kind.name(), id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("This " + kind.word()));
        if (expectedVersion.isPresent() && !expectedVersion.get().equals(version)) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_FAILED, "changed-meanwhile", "The name has changed; read it again");
        }
    }

    private static String mustBeName(String name) {
        var key = Spelling.key(name);
        if (key.isEmpty()) {
            throw new Refusal(Refusal.Kind.IMPOSSIBLE, "no-name", "A name has a letter or a digit");
        }
        return key;
    }

    private static HeadingRecord unique(HeadingKind kind, Supplier<HeadingRecord> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "known-name", "There is such a " + kind.word() + " already");
        }
    }
}
