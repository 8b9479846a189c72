package bookstore.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a repeated request is known ({@code Idempotency-Key}).
 *
 * @param caller the user's id, empty for a guest
 * @param operation what was asked for, and of which thing; the same key elsewhere is another one
 * @param key the caller's, 1 to 255 characters
 */
public record RequestKey(String caller, String operation, String key) {

    private static final String MAC = "HmacSHA256";

    /** What is kept instead of the key, which opens the fingerprint. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Tells whether it is the same request again. A body may hold a password, which nobody who reads the database could
     * guess at without the key.
     *
     * @param body digest of the request's body
     */
    public String fingerprint(byte[] body) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return operation + " (key not shown)";
    }
}
