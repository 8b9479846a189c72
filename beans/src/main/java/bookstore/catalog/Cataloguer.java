package bookstore.catalog;

import bookstore.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns drafts into books: checks them, and finds the headings that they mean. */
final class Cataloguer {

    private final Headings headings;
    private final Ids ids;

    Cataloguer(Headings headings, Ids ids) {
        this.headings = headings;
        this.ids = ids;
    }

    /**
     * The books as new ones, in the order of the drafts.
     *
     * @throws bookstore.shared.Refusal with all faults of the first draft that has any
     */
    List<Book> describe(List<Draft> drafts) {
        drafts.forEach(Draft::mustBeSound);
        var authors = meant(HeadingKind.AUTHOR, drafts, Draft::authors);
        var publishers = meant(HeadingKind.PUBLISHER, drafts, Cataloguer::publisher);
        var categories = meant(HeadingKind.CATEGORY, drafts, Draft::categories);
        return drafts.stream()
                .map(draft -> describe(
                        draft,
                        all(draft.authors(), authors),
                        all(publisher(draft), publishers),
                        all(draft.categories(), categories)))
                .toList();
    }

    private static List<Named> publisher(Draft draft) {
        return Stream.ofNullable(draft.publisher()).toList();
    }

    private Map<Named, Heading> meant(HeadingKind kind, List<Draft> drafts, Function<Draft, List<Named>> names) {
        return headings.of(
                kind,
                drafts.stream().flatMap(draft -> names.apply(draft).stream()).collect(Collectors.toSet()));
    }

    private static List<Heading> all(List<Named> names, Map<Named, Heading> meant) {
        return names.stream().map(meant::get).distinct().toList();
    }

    private Book describe(Draft draft, List<Heading> authors, List<Heading> publishers, List<Heading> categories) {
        return new Book(
                ids.next(),
                draft.isbn() == null ? null : Isbn.of(draft.isbn()),
                draft.title(),
                draft.subtitle(),
                draft.description(),
                authors,
                publishers.stream().findFirst().orElse(null),
                categories,
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
