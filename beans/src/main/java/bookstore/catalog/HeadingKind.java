package bookstore.catalog;

import java.util.Locale;

/** What a heading names. */
public enum HeadingKind {
    AUTHOR,
    CATEGORY,
    PUBLISHER;

    /** As in a sentence: {@code author}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
