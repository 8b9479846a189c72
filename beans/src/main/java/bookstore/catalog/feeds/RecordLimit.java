package bookstore.catalog.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A feed of any length whose records have at most a megabyte: what a parser gathers stays small. */
final class RecordLimit extends FilterInputStream {

    private static final int MOST_BYTES = 1024 * 1024;

    private int bytes;

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

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        count(Math.max(read, 0));
        return read;
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
