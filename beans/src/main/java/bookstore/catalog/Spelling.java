package bookstore.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** How a name is written when only its letters matter. */
public final class Spelling {

    private Spelling() {}

    /** Lower case, without accents, everything but letters and digits as single blanks; empty if nothing is left. */
    public static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
