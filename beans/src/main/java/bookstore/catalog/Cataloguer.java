package bookstore.catalog;

import bookstore.shared.Ids;
import java.util.List;
import java.util.Objects;

/** Turns drafts into books: checks them, and finds the headings that they mean. */
final class Cataloguer {

    private final Headings headings;
    private final Ids ids;

    Cataloguer(Headings headings, Ids ids) {
        this.headings = headings;
        this.ids = ids;
    }

    /**
     * The book as a new one.
     *
     * @throws bookstore.shared.Refusal with all faults, if there are any
     */
    Book describe(Draft draft) {
        draft.mustBeSound();
        var publisher = draft.publisher() == null ? List.<Named>of() : List.of(draft.publisher());
        return new Book(
                ids.next(),
                draft.isbn() == null ? null : Isbn.of(draft.isbn()),
                draft.title(),
                draft.subtitle(),
                draft.description(),
                headings.of(HeadingKind.AUTHOR, draft.authors()),
                headings.of(HeadingKind.PUBLISHER, publisher).stream()
                        .findFirst()
                        .orElse(null),
                headings.of(HeadingKind.CATEGORY, draft.categories()),
                draft.language(),
                draft.published(),
                Objects.requireNonNull(draft.price()),
                draft.salePrice(),
                Availability.of(draft.stock() == null ? 0 : draft.stock()),
                Rating.NONE,
                draft.coverUrl(),
                1);
    }
}
