package bookstore.catalog.routes;

import java.util.concurrent.atomic.AtomicInteger;

/** ISBNs that nobody has used in this run, of the range for nobody's use. */
final class Isbns {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Isbns() {}

    static String next() {
        var digits = "979%09d".formatted(900_000_000 + NUMBER.incrementAndGet());
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
