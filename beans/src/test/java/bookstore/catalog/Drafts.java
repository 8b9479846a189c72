package bookstore.catalog;

import bookstore.shared.Money;
import java.util.List;
import java.util.stream.Stream;

/** Descriptions of books that are sound, to be changed in one thing. */
public final class Drafts {

    public static final Draft DUNE = new Draft(
            "9780441172719",
            "Dune",
            "",
            "On the desert planet Arrakis grows the spice without which no ship crosses the stars.",
            List.of(Named.of("Frank Herbert")),
            Named.of("Ace"),
            List.of(Named.of("Science Fiction")),
            "en",
            "1965",
            Money.of("11.90", "EUR"),
            null,
            7,
            null);

    private Drafts() {}

    public static Draft titled(String title, String author) {
        return of(null, title, List.of(author), "1999", "10.00");
    }

    public static Draft priced(Draft draft, String price) {
        return new Draft(
                draft.isbn(),
                draft.title(),
                draft.subtitle(),
                draft.description(),
                draft.authors(),
                draft.publisher(),
                draft.categories(),
                draft.language(),
                draft.published(),
                Money.of(price, "EUR"),
                null,
                draft.stock(),
                draft.coverUrl());
    }

    public static Draft of(String isbn, String title, List<String> authors, String published, String price) {
        return new Draft(
                isbn,
                title,
                "",
                "",
                names(authors.stream()),
                null,
                List.of(),
                "en",
                published,
                Money.of(price, "EUR"),
                null,
                3,
                null);
    }

    private static List<Named> names(Stream<String> names) {
        return names.map(Named::of).toList();
    }
}
