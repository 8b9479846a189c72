package bookstore.catalog.feeds;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A feed of one record again and again, made as it is read. */
final class Endless extends InputStream {

    private final byte[] repeated;
    private final int times;
    private byte[] now;
    private int at;
    private int given;

    Endless(String start, String repeated, int times) {
        this.now = start.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
        this.times = times;
    }

    /** Records that were asked for. */
    int given() {
        return given;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (at == now.length) {
            if (given == times) {
                return -1;
            }
            given++;
            now = repeated;
            at = 0;
        }
        var read = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, from, read);
        at += read;
        return read;
    }
}
