package bookstore.edge.contract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is cut off where it has more bytes than it may have. */
final class CountedStream extends FilterInputStream {

    private final long limit;
    private long count;

    CountedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        return count(one < 0 ? 0 : 1, one);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        return count(Math.max(read, 0), read);
    }

    private int count(int more, int result) {
        count += more;
        if (count > limit) {
            throw Rejection.tooLarge(limit);
        }
        return result;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
