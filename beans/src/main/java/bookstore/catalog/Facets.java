package bookstore.catalog;

import java.util.List;

/**
 * The values by which a result set can be narrowed, with counts. Each list has the most frequent values first, at most
 * 20; price has ranges, the cheapest first.
 */
public record Facets(List<Count> category, List<Count> author, List<Count> language, List<Count> price) {

    public Facets {
        category = List.copyOf(category);
        author = List.copyOf(author);
        language = List.copyOf(language);
        price = List.copyOf(price);
    }

    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    /** @param value to be put into the filter; for price {@code 10-20} or {@code 50-} in units of the currency */
    public record Count(String value, long count) {}
}
