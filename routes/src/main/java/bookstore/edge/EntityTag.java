package bookstore.edge;

import bookstore.shared.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The version of what is answered, as a strong validator (RFC 9110, section 8.8.3), and what callers say of it.
 *
 * <p>A tag is {@code "<version>"} or {@code "<version>.<more>"}: what is more changes the answer but not what an
 * editor sees, such as the number of copies, and so does not stand in an editor's way.
 */
public record EntityTag(String text) {

    public static EntityTag of(long version) {
        return new EntityTag("\"" + version + "\"");
    }

    public static EntityTag of(long version, long more) {
        return new EntityTag("\"" + version + "." + more + "\"");
    }

    public void on(Exchange exchange) {
        exchange.getMessage().setHeader("ETag", text);
    }

    /** Whether the caller has just this already ({@code If-None-Match}). */
    public boolean isKnownTo(Exchange exchange) {
        return Parameters.of(exchange)
                .find("If-None-Match")
                .filter(known -> known.strip().equals("*")
                        || Arrays.stream(known.split(","))
                                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                                .anyMatch(text::equals))
                .isPresent();
    }

    /**
     * The version that the caller has seen; empty without {@code If-Match}, or if any will do. Of several it is the last:
     * none before it can be the present one.
     */
    public static Optional<Long> seen(Exchange exchange) {
        return Parameters.of(exchange)
                .find("If-Match")
                .filter(tags -> !tags.strip().equals("*"))
                .flatMap(tags -> Arrays.stream(tags.split(","))
                        .map(tag -> version(tag.strip()))
                        .max(Comparator.naturalOrder()));
    }

    /**
     * @param present version, which is what somebody means who says that any will do
     * @throws Refusal without {@code If-Match}: whoever changes something says what they have seen of it
     */
    public static long mustBeSeen(Exchange exchange, long present) {
        if (Parameters.of(exchange).find("If-Match").isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_REQUIRED, "if-match-needed", "Say by If-Match which version you saw");
        }
        return seen(exchange).orElse(present);
    }

    /** A tag that is none of ours, a weak one included, is no version of anything. */
    private static long version(String tag) {
        return tag.matches("\"\\d{1,18}(\\.\\d{1,18})?\"") ? Long.parseLong(tag.replaceAll("^\"|[.\"].*$", "")) : -1;
    }
}
