package bookstore.simulation;

import bookstore.shared.Command;
import bookstore.shared.Message;
import bookstore.simulation.Broker.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A context with its schema, inbox and outbox. */
abstract class Context {

    final String name;
    final World world;
    final Broker broker;
    final Database database = new Database();

    /** Envelopes that were told, by id, with whether the relay has marked them. */
    final Database.Table<Long, Boolean> outbox = database.table();

    final Map<Long, Envelope> told = new HashMap<>();

    /** How often each message was handled, by its id. */
    final Database.Table<Long, Integer> inbox = database.table();

    private boolean relaying;

    Context(String name, World world, Broker broker) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        broker.subscribe(this);
    }

    abstract boolean hears(Message message);

    /** To be called in the transaction of the hop. */
    abstract void handle(Message message);

    /** In the caller's transaction. */
    void tell(Message message) {
        var envelope = new Envelope(world.nextId(), message);
        told.put(envelope.id(), envelope);
        outbox.put(envelope.id(), Boolean.FALSE);
        if (world.has(Defect.NO_OUTBOX)) {
            broker.publish(envelope);
        }
    }

    void hear(Envelope envelope) {
        database.transaction(() -> {
            var times = inbox.find(envelope.id()).orElse(0);
            if (times > 0 && world.happened(Fault.HEARD_BEFORE) && !world.has(Defect.NO_INBOX)) {
                return;
            }
            inbox.put(envelope.id(), times + 1);
            world.trace(name + " hears", envelope);
            handle(envelope.message());
            dieAtTimes();
        });
    }

    /** Just before the commit. */
    void dieAtTimes() {
        if (world.strikes(Fault.KILLED_BEFORE_COMMIT, 25)) {
            throw new Killed();
        }
    }

    boolean hasToRelay() {
        return !relaying && outbox.all().contains(Boolean.FALSE);
    }

    /** Publishes some of what waits; what the broker has not confirmed is published again by the next relay. */
    Task relay() {
        relaying = true;
        var confirmed = new ArrayList<Long>();
        return new Task(() -> publish(confirmed), () -> {
            relaying = false;
            if (!confirmed.isEmpty()) {
                world.happened(Fault.PUBLISHED_BUT_NOT_MARKED);
            }
        });
    }

    private Task.Stage publish(List<Long> confirmed) {
        var waiting = outbox.rows().entrySet().stream()
                .filter(row -> !row.getValue())
                .map(Map.Entry::getKey)
                .limit(1 + world.below(3))
                .toList();
        if (world.has(Defect.MARKED_BEFORE_CONFIRM)) {
            mark(waiting);
        }
        for (var id : waiting) {
            if (world.strikes(Fault.LOST_BEFORE_CONFIRM, 15)) {
                break;
            }
            if (!world.has(Defect.NO_OUTBOX)) {
                broker.publish(told.get(id));
            }
            confirmed.add(id);
        }
        return () -> {
            mark(confirmed);
            relaying = false;
            return null;
        };
    }

    private void mark(List<Long> ids) {
        database.transaction(() -> ids.forEach(id -> outbox.put(id, Boolean.TRUE)));
    }

    /** What a message takes besides one transaction; null if that is all. */
    Task.Stage work(Command command) {
        throw new IllegalStateException("no work: " + command);
    }
}
