package bookstore.ordering.routes;

import bookstore.ordering.OrderChanges;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The steps of an order, read as they happen: a read waits until there is something to tell. Silence is broken by a
 * comment, so that proxies keep the connection and a caller who has gone is noticed.
 */
final class StepStream extends InputStream {

    /** How long a change made by another instance may stay unseen. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String BEGIN = "retry: 2000\n\n";
    private static final String HEARTBEAT = ": \n\n";

    /**
     * How long it goes on.
     *
     * @param atMost after which the caller is to ask again
     * @param heartbeat longest silence
     * @param closing whether the process is about to end
     */
    record Pace(Duration atMost, Duration heartbeat, BooleanSupplier closing) {}

    private final OrderSteps steps;
    private final OrderChanges changes;
    private final Pace pace;
    private final long until;
    private byte[] text = BEGIN.getBytes(StandardCharsets.UTF_8);
    private int position;

    StepStream(OrderSteps steps, OrderChanges changes, Pace pace) {
        this.steps = steps;
        this.changes = changes;
        this.pace = pace;
        this.until = System.nanoTime() + pace.atMost().toNanos();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (position == text.length && !fill()) {
            return -1;
        }
        var count = Math.min(length, text.length - position);
        System.arraycopy(text, position, buffer, offset, count);
        position += count;
        return count;
    }

    /** Waits for the next text; false if there is none to come. */
    private boolean fill() {
        var silentUntil = System.nanoTime() + pace.heartbeat().toNanos();
        while (!isOver()) {
            var change = changes.next(steps.orderId());
            var next = steps.next();
            if (next.isEmpty() && steps.ended()) {
                break;
            }
            if (!next.isEmpty() || System.nanoTime() - silentUntil > 0) {
                text = (next.isEmpty() ? HEARTBEAT : next).getBytes(StandardCharsets.UTF_8);
                position = 0;
                return true;
            }
            OrderChanges.await(change, LOOK);
        }
        close();
        return false;
    }

    private boolean isOver() {
        return System.nanoTime() - until > 0
                || pace.closing().getAsBoolean()
                || Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        changes.leave(steps.orderId());
    }
}
