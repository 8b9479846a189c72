package bookstore.notification.mustache;

import bookstore.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** Puts facts into the words of a language: sums of money as they are written there, reasons as a half sentence. */
record Wording(Locale locale, ResourceBundle reasons) {

    private static final String OTHER = "OTHER";

    static Wording of(Locale locale) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Wording(locale, ResourceBundle.getBundle("bookstore.notification.reasons", locale, noFallback));
    }

    Map<String, Object> apply(Map<String, Object> facts) {
        var words = new TreeMap<String, Object>();
        facts.forEach((name, fact) -> words.put(name, name.equals("reason") ? reason(fact) : word(fact)));
        return words;
    }

    private Object word(Object fact) {
        if (fact instanceof Map<?, ?> sum && sum.containsKey("currency")) {
            return money(Money.of(String.valueOf(sum.get("amount")), String.valueOf(sum.get("currency"))));
        }
        if (fact instanceof List<?> lines) {
            return lines.stream().map(this::word).toList();
        }
        if (fact instanceof Map<?, ?> line) {
            var words = new TreeMap<String, Object>();
            line.forEach((name, value) -> words.put(String.valueOf(name), word(value)));
            return words;
        }
        return fact;
    }

    private String money(Money sum) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(sum.unit());
        format.setMinimumFractionDigits(sum.unit().getDefaultFractionDigits());
        return format.format(new BigDecimal(sum.amount()));
    }

    private String reason(Object code) {
        var name = String.valueOf(code);
        return reasons.getString(reasons.containsKey(name) ? name : OTHER);
    }
}
