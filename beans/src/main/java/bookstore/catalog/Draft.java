package bookstore.catalog;

import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A book as an admin or a feed describes it; not checked yet. JSON may leave out what it likes: texts and lists are
 * empty then.
 *
 * @param stock copies at the start; of no effect on a book that is known, whose copies inventory counts
 */
public record Draft(
        @Nullable String isbn,
        String title,
        String subtitle,
        String description,
        List<Named> authors,
        @Nullable Named publisher,
        List<Named> categories,
        String language,
        @Nullable String published,
        @Nullable Money price,
        @Nullable Money salePrice,
        @Nullable Integer stock,
        @Nullable String coverUrl) {

    public Draft {
        title = text(title);
        subtitle = text(subtitle);
        description = text(description);
        authors = list(authors);
        categories = list(categories);
        language = text(language);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<Named> list(@Nullable List<Named> names) {
        return names == null
                ? List.of()
                : names.stream().filter(Objects::nonNull).toList();
    }

    /** What keeps this from being a book; empty if nothing does. */
    public List<Fault> faults() {
        return new DraftCheck(this).faults();
    }

    /** @throws Refusal with all faults, if there are any */
    void mustBeSound() {
        var faults = faults();
        if (!faults.isEmpty()) {
            var errors = faults.stream()
                    .map(fault -> Map.of("pointer", "#/" + fault.field(), "message", fault.reason()))
                    .toList();
            throw new Refusal(
                    Refusal.Kind.IMPOSSIBLE, "no-such-book", "This cannot be a book", Map.of("errors", errors));
        }
    }
}
