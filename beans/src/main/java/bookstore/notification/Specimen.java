package bookstore.notification;

import java.util.List;
import java.util.Map;

/** Made-up facts, to see what a letter looks like. */
public final class Specimen {

    private static final Map<String, String> SUM = Map.of("amount", "25.80", "currency", "EUR");

    private static final Map<String, Object> FACTS = Map.of(
            "order", "01900000-0000-7000-8000-000000000000",
            "name", "Alice Liddell",
            "reason", "OUT_OF_STOCK",
            "reference", "ch_1234",
            "total", SUM,
            "lines", List.of(Map.of("title", "Through the Looking-Glass", "quantity", 2, "price", SUM)));

    private Specimen() {}

    /** Everything that a letter of any kind may speak of. */
    public static Map<String, Object> facts() {
        return FACTS;
    }
}
