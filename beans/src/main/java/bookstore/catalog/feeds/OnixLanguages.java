package bookstore.catalog.feeds;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** ONIX writes languages with the three letters of ISO 639-2/B, the shop with the two of ISO 639-1. */
final class OnixLanguages {

    /** Where the bibliographic code is not the terminological one, which Java knows. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private static final Map<String, String> CODES = codes();

    private OnixLanguages() {}

    /** The code of two letters; a code that is not known as it is. */
    static String twoLetters(String code) {
        return CODES.getOrDefault(code, code);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<>(BIBLIOGRAPHIC);
        for (var language : Locale.getISOLanguages()) {
            codes.putIfAbsent(new Locale(language).getISO3Language(), language);
        }
        return codes;
    }
}
