package bookstore.simulation;

import org.jspecify.annotations.Nullable;

/** Something that a process does in several stages, between any two of which it may be killed or held up. */
final class Task {

    /** One stage; gives the next, null after the last. */
    interface Stage {
        @Nullable
        Stage run();
    }

    private final Runnable whenKilled;
    private @Nullable Stage next;

    /** Until when its process is held up and does nothing. */
    long heldUntil;

    Task(Stage first, Runnable whenKilled) {
        this.next = first;
        this.whenKilled = whenKilled;
    }

    /** @return whether there is more to do */
    boolean goOn() {
        if (next != null) {
            next = next.run();
        }
        return next != null;
    }

    void kill() {
        whenKilled.run();
    }
}
