package bookstore.simulation;

import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mails to buyers, and the mail server's journal. */
final class NotificationContext extends Context {

    private static final long LEASE = 60;

    /** @param dueAt also the lease of whoever sends it */
    record Mail(boolean sent, long dueAt, long fence) {}

    final Database.Table<String, Mail> mails = database.table();

    /** Copies by message id, outside of any transaction of ours. */
    final Map<String, Integer> sink = new HashMap<>();

    /** How many second copies are excused, because a sender died or was held up after it had sent one. */
    final Map<String, Integer> excused = new HashMap<>();

    private final Map<String, Integer> sending = new HashMap<>();

    NotificationContext(World world, Broker broker) {
        super("notification", world, broker);
    }

    @Override
    boolean hears(Message message) {
        return message instanceof OrderConfirmed || message instanceof OrderCancelled;
    }

    @Override
    void handle(Message message) {
        var key = message instanceof OrderConfirmed event
                ? event.orderId() + ".confirmed"
                : ((OrderCancelled) message).orderId() + ".cancelled";
        if (mails.find(key).isEmpty()) {
            mails.put(key, new Mail(false, world.now, 0));
        }
    }

    /** When a mail is to be sent next. */
    long nextAt() {
        return mails.all().stream()
                .filter(mail -> !mail.sent())
                .mapToLong(Mail::dueAt)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Takes a mail, sends it and marks it, each for itself. */
    Task postman() {
        var held = new String[1];
        return new Task(() -> take(held), () -> excuse(held[0]));
    }

    private void excuse(String key) {
        if (key != null) {
            sending.merge(key, -1, Integer::sum);
            excused.merge(key, 1, Integer::sum);
        }
    }

    private Task.Stage take(String[] held) {
        var key = due();
        if (key.isEmpty()) {
            return null;
        }
        var lease = world.has(Defect.MAIL_NOT_TAKEN) ? 0 : LEASE;
        var mail = database.transaction(() -> {
            var taken = new Mail(false, world.now + lease, mails.get(key.get()).fence() + 1);
            mails.put(key.get(), taken);
            return taken;
        });
        held[0] = key.get();
        if (sending.merge(held[0], 1, Integer::sum) > 1 && lease > 0) {
            excused.merge(held[0], 1, Integer::sum);
        }
        return () -> send(held, mail);
    }

    private Optional<String> due() {
        return mails.rows().entrySet().stream()
                .filter(row -> !row.getValue().sent() && row.getValue().dueAt() <= world.now)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Task.Stage send(String[] held, Mail mail) {
        if (world.strikes(Fault.MAIL_SERVER_FAILED, 10)) {
            return () -> mark(held, new Mail(false, world.now + 5, mail.fence()));
        }
        if (sink.merge(held[0], 1, Integer::sum) > 1) {
            world.happened(Fault.MAIL_SENT_TWICE);
        }
        return () -> mark(held, new Mail(true, mail.dueAt(), mail.fence()));
    }

    private Task.Stage mark(String[] held, Mail mail) {
        var key = held[0];
        database.transaction(() -> {
            var present = mails.get(key);
            if (!present.sent() && present.fence() == mail.fence()) {
                mails.put(key, mail);
            }
        });
        sending.merge(key, -1, Integer::sum);
        held[0] = null;
        return null;
    }
}
