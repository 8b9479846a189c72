package bookstore.catalog;

import bookstore.shared.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Authors, categories and publishers: one mechanism for the three. Two names that differ in case, accents or
 * punctuation only are one.
 */
public interface Headings {

    /** @param page from 1, by name */
    Page<HeadingRecord> list(HeadingKind kind, int page, int size);

    Optional<HeadingRecord> find(HeadingKind kind, UUID id);

    /**
     * The headings that are meant, new ones made; joins the caller's transaction.
     *
     * @throws bookstore.shared.Refusal if an id is not known
     */
    Map<Named, Heading> of(HeadingKind kind, Set<Named> names);

    /** @throws bookstore.shared.Refusal if the name is known */
    HeadingRecord add(HeadingKind kind, String name);

    /** @throws bookstore.shared.Refusal if it has another version by now, or the name is known */
    HeadingRecord rename(HeadingKind kind, UUID id, long expectedVersion, String name);

    /** @throws bookstore.shared.Refusal if a book stands under it, or it has another version by now */
    void remove(HeadingKind kind, UUID id, Optional<Long> expectedVersion);
}
