package bookstore.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.feeds.CatalogFeedsFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The books that come with the shop are books. */
class FirstBooksTest {

    private static final List<FeedRecord> RECORDS = new ArrayList<>();

    @BeforeAll
    static void read() {
        for (var name : FirstBooks.FEEDS) {
            var feed = Objects.requireNonNull(FirstBooks.class.getResourceAsStream(name), name);
            CatalogFeedsFixture.READERS.read(FeedFormat.JSON_LINES, feed, RECORDS::add);
        }
    }

    @Test
    void there_are_at_least_three_hundred() {
        assertThat(RECORDS).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void each_is_sound_its_isbn_included() {
        assertThat(RECORDS)
                .allSatisfy(found ->
                        assertThat(found.faults()).as("line %d", found.line()).isEmpty());
        assertThat(drafts()).filteredOn(draft -> draft.isbn() != null).hasSizeGreaterThan(200);
    }

    @Test
    void none_is_there_twice() {
        assertThat(drafts().stream().map(Draft::isbn).filter(Objects::nonNull)).doesNotHaveDuplicates();
        assertThat(drafts().stream().map(draft -> Spelling.key(draft.title() + " " + draft.authors())))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_is_described_in_two_to_four_sentences() {
        assertThat(drafts())
                .filteredOn(draft -> sentences(draft.description()) < 2 || sentences(draft.description()) > 4)
                .extracting(Draft::title)
                .isEmpty();
    }

    /** A point behind an initial or a title ends no sentence. */
    private static int sentences(String text) {
        return text.split("(?<!\\b[A-Z]|\\bMrs?|\\bDr|\\bSt)[.!?…][’”»\"]?(\\s+|$)").length;
    }

    @Test
    void each_has_an_author_a_category_and_a_publisher() {
        assertThat(drafts())
                .filteredOn(
                        draft -> draft.authors().isEmpty() || draft.categories().isEmpty() || draft.publisher() == null)
                .extracting(Draft::title)
                .isEmpty();
    }

    private static List<Draft> drafts() {
        return RECORDS.stream().map(FeedRecord::draft).toList();
    }
}
