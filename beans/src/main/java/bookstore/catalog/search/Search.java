package bookstore.catalog.search;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import bookstore.catalog.TextSearch;
import bookstore.catalog.TypedIsbn;
import bookstore.shared.Page;
import java.util.List;
import java.util.Locale;

/**
 * What a shopper asks for.
 *
 * @param text at most 256 characters in lower case with single blanks; empty if only the filter counts
 * @param page from 1
 * @param size 1 to 100
 */
public record Search(String text, Mode mode, Filter filter, BookOrder order, int page, int size) {

    /** Texts that say the same are the same: what is found is asked for once and remembered once. */
    public Search {
        text = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The first page of what a text finds, as most shoppers ask for it. */
    public static Search of(String text) {
        return new Search(text, Mode.HYBRID, Filter.NONE, BookOrder.RELEVANCE, 1, 20);
    }

    public boolean hasText() {
        return !text.isEmpty();
    }

    /** Whether the text has a meaning that could be searched: to a model also a question mark is near to something. */
    public boolean hasMeaning() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    public boolean isIsbn() {
        return !TypedIsbn.meant(text).isEmpty();
    }

    /** Whether words are wanted, or unwanted, just as they stand. */
    public boolean isExact() {
        return TextSearch.isExact(text);
    }

    /** Whether many may ask for just this. */
    public boolean isPlain() {
        return hasText() && equals(of(text));
    }

    /** The part of a list that the page shows. */
    public <T> List<T> cut(List<T> all) {
        var from = (int) Math.min(Page.offset(page, size), all.size());
        return all.subList(from, Math.min(from + size, all.size()));
    }
}
