package bookstore.basket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose basket it is: a user's, or that of whoever holds a token.
 *
 * @param name under which the basket is kept; of a guest's token only the hash, so that reading the names gives nobody
 *     a basket
 * @param guest whether it is forgotten sooner
 */
public record Owner(String name, boolean guest) {

    public static Owner user(String userId) {
        return new Owner("user:" + userId, false);
    }

    public static Owner guest(String token) {
        return new Owner("guest:" + hash(token), true);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
