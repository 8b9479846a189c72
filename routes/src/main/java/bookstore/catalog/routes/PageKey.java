package bookstore.catalog.routes;

import bookstore.catalog.search.Search;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Under which key Redis keeps a page: the same for all who ask the same. */
final class PageKey {

    private PageKey() {}

    static String of(Search search) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(search.toString().getBytes(StandardCharsets.UTF_8));
            return "catalog:page:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
