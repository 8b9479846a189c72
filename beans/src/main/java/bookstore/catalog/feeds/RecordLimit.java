package bookstore.catalog.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A feed of any length whose records have at most a megabyte: what a parser gathers stays small. That it broke off is
 * remembered here, since parsers tell that as they tell bad syntax.
 */
final class RecordLimit extends FilterInputStream {

    private static final int MOST_BYTES = 1024 * 1024;

    private int bytes;
    private @Nullable IOException breakage;

    RecordLimit(InputStream feed) {
        super(feed);
    }

    /** A record is too long. */
    static final class RecordTooLong extends IOException {

        RecordTooLong() {
            super("a record has more than a megabyte");
        }
    }

    void nextRecord() {
        bytes = 0;
    }

    /** To be asked at the end: half a feed is none. */
    void mustNotHaveBrokenOff() throws IOException {
        if (breakage != null) {
            throw breakage;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = fromFeed(into, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private int fromFeed(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (IOException e) {
            breakage = e;
            throw e;
        }
    }

    private void count(int more) throws RecordTooLong {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new RecordTooLong();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
