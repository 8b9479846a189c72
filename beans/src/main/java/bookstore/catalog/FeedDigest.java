package bookstore.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads along with whoever reads a feed, and knows at the end what to recognise it by. */
final class FeedDigest {

    private final DigestInputStream feed;

    FeedDigest(InputStream feed) {
        this.feed = new DigestInputStream(feed, sha256());
    }

    InputStream feed() {
        return feed;
    }

    /** Reads what nobody has read. */
    String whole() {
        try {
            feed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(feed.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
