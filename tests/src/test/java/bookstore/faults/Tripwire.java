package bookstore.faults;

import bookstore.faults.CrashPoint.Moment;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Runs inside the shop's process, from the methods that {@link TrappedShop} has wired: follows which message each
 * thread is handling, and ends the process at the armed point without a word.
 */
public final class Tripwire {

    private static final ThreadLocal<String> SCENE = ThreadLocal.withInitial(() -> "");
    private static volatile @Nullable Wire armed;

    private Tripwire() {}

    private record Wire(CrashPoint point, AtomicInteger passes) {}

    /** @param passes how often the point is passed unharmed before */
    static void arm(CrashPoint point, int passes) {
        armed = new Wire(point, new AtomicInteger(passes));
    }

    /** Called before a wired method. */
    public static void before(String where, @Nullable Object[] arguments) {
        follow(where, arguments);
        pass(where, Moment.BEFORE);
    }

    /** Called after a wired method that has not failed. */
    public static void after(String where) {
        pass(where, Moment.AFTER);
    }

    private static void pass(String where, Moment moment) {
        var wire = armed;
        if (wire != null
                && wire.point.isAt(where, moment, SCENE.get())
                && wire.passes().getAndDecrement() == 0) {
            Runtime.getRuntime().halt(wire.point.exitValue());
        }
    }

    /** What a listener's thread handles is known from its inbox or from its reader; what a relay's does, from the relay. */
    private static void follow(String where, @Nullable Object[] arguments) {
        if (where.equals("bookstore.messaging.InboxRepository.add")) {
            SCENE.set(String.valueOf(arguments[0]).split(" ")[0]);
        } else if (where.equals("bookstore.messaging.MessageReader.process")
                && arguments[0] instanceof Exchange heard) {
            SCENE.set(heard.getVariable("queue", "", String.class));
        } else if (where.equals("bookstore.messaging.OutboxRelayRoutes.toMessage")) {
            SCENE.set(CrashPoint.Place.RELAY);
        } else if (where.equals("bookstore.shared.postgres.Outbox.claim")) {
            SCENE.set("");
        }
    }
}
