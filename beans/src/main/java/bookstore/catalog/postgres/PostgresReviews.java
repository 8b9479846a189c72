package bookstore.catalog.postgres;

import bookstore.catalog.Review;
import bookstore.catalog.Reviews;
import bookstore.shared.Page;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews as rows, one a book and buyer. */
class PostgresReviews implements Reviews {

    private final JdbcClient jdbc;

    PostgresReviews(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public Page<Review> list(UUID bookId, int page, int size) {
        var total = jdbc.sql("select count(*) from reviews where book_id = ?")
                .param(bookId)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select id, book_id, stars, text, written_at from reviews where book_id = ?"
                        + " order by id desc limit ? offset ?")
                .params(bookId, size, Page.offset(page, size))
                .query(Review.class)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public boolean add(Review review, String buyerId) {
        return jdbc.sql("insert into reviews (id, book_id, buyer_id, stars, text, written_at) values (?, ?, ?, ?, ?, ?)"
                                + " on conflict (book_id, buyer_id) do nothing")
                        .params(review.id(), review.bookId(), buyerId, review.stars(), review.text())
                        .param(Timestamp.from(review.writtenAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Review> remove(UUID reviewId, Optional<String> buyerId) {
        return jdbc.sql("delete from reviews where id = :id and (:buyer::text is null or buyer_id = :buyer)"
                        + " returning id, book_id, stars, text, written_at")
                .param("id", reviewId)
                .param("buyer", buyerId.orElse(null))
                .query(Review.class)
                .optional();
    }

    @Override
    public boolean contains(UUID reviewId) {
        return jdbc.sql("select exists (select 1 from reviews where id = ?)")
                .param(reviewId)
                .query(Boolean.class)
                .single();
    }
}
