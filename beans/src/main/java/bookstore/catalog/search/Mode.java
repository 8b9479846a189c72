package bookstore.catalog.search;

import java.util.Locale;

/** By what books are looked for. */
public enum Mode {
    HYBRID,
    TEXT,
    VECTOR;

    /** The mode that a request names. */
    public static Mode of(String parameter) {
        return valueOf(parameter.toUpperCase(Locale.ROOT));
    }
}
