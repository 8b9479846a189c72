package bookstore.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.camel.Exchange;

/** Reads along with whoever reads the body of a request, and knows at the end what to recognise it by. */
final class BodyDigest {

    private final MessageDigest digest;
    private final InputStream rest;

    private BodyDigest(MessageDigest digest, InputStream rest) {
        this.digest = digest;
        this.rest = rest;
    }

    /** Before anybody has read the body: JSON is bytes, which are known at once; any other kind is a stream. */
    static BodyDigest along(Exchange exchange) {
        var message = exchange.getMessage();
        var digest = sha256();
        if (message.getBody() instanceof byte[] bytes) {
            digest.update(bytes);
            return new BodyDigest(digest, InputStream.nullInputStream());
        }
        var stream = new DigestInputStream(message.getBody(InputStream.class), digest);
        message.setBody(stream);
        return new BodyDigest(digest, stream);
    }

    /** Reads what nobody has read. */
    byte[] whole() {
        try {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
