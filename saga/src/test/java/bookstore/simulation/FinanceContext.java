package bookstore.simulation;

import bookstore.finance.Payment;
import bookstore.finance.Payment.State;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.ProviderUnavailable;
import bookstore.finance.commands.ChargePayment;
import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Command;
import bookstore.shared.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Payments and refunds; does what the payments on PostgreSQL do, which {@code SimulatedPartsTest} checks. */
final class FinanceContext extends Context {

    static final long QUIET = 300;

    enum Refund {
        NONE,
        DUE,
        PROCESSED
    }

    record Row(Payment payment, Refund refund, long changedAt) {}

    final Database.Table<UUID, Row> payments = database.table();
    private final Provider provider;

    FinanceContext(World world, Broker broker, Provider provider) {
        super("finance", world, broker);
        this.provider = provider;
    }

    @Override
    boolean hears(Message message) {
        return message instanceof OrderCreated
                || message instanceof OrderCancelled
                || message instanceof ChargePayment
                || message instanceof RefundPayment;
    }

    @Override
    void handle(Message message) {
        if (message instanceof OrderCreated event) {
            open(event);
        } else if (message instanceof OrderCancelled event) {
            cancel(event);
        }
    }

    void open(OrderCreated event) {
        var known = payments.find(event.orderId());
        if (known.isEmpty() || (world.has(Defect.CHARGED_AFTER_END) && isMark(known.get()))) {
            var payment = new Payment(
                    event.orderId(),
                    State.PENDING,
                    event.paymentToken(),
                    event.totalMinor(),
                    event.currency(),
                    "",
                    false,
                    null);
            save(payment, Refund.NONE);
            tell(new ChargePayment(event.orderId()));
        }
    }

    private static boolean isMark(Row row) {
        return row.payment().amountMinor() == 0;
    }

    void cancel(OrderCancelled event) {
        var row = payments.find(event.orderId());
        if (row.isEmpty()) {
            save(new Payment(event.orderId(), State.DECLINED, "", 0, "XXX", "", true, null), Refund.NONE);
            return;
        }
        save(
                with(
                        row.get().payment(),
                        row.get().payment().state(),
                        row.get().payment().reference(),
                        true),
                row.get().refund());
        if (due(event.orderId(), Refund.NONE).isPresent()) {
            tell(new RefundPayment(event.orderId(), event.reason()));
        }
    }

    Optional<Payment> attempt(UUID orderId) {
        var row = payments.find(orderId)
                .filter(r -> r.payment().state() == State.PENDING || mayHaveBeenTaken(r.payment()));
        var open = row.map(r -> with(
                r.payment(),
                State.PENDING,
                r.payment().reference(),
                r.payment().orderCancelled() || r.payment().state() == State.DECLINED));
        open.ifPresent(payment -> save(payment, row.get().refund()));
        return open;
    }

    void settle(Answer answer) {
        var captured = known(answer).outcome() == Outcome.SUCCEEDED;
        var row = payments.get(answer.key());
        var before = row.payment();
        var afterAll = captured && mayHaveBeenTaken(before);
        if (before.state() != State.PENDING && !afterAll) {
            return;
        }
        var payment = with(
                before,
                captured ? State.CAPTURED : State.DECLINED,
                captured || before.reference().isEmpty() ? answer.detail() : before.reference(),
                before.orderCancelled() || afterAll);
        save(
                payment,
                captured && payment.orderCancelled() && !world.has(Defect.LATE_CAPTURE_KEPT)
                        ? Refund.DUE
                        : row.refund());
        if (captured && payment.orderCancelled()) {
            world.happened(Fault.CAPTURED_AFTER_THE_END);
            tellLateRefund(payment);
        } else if (captured) {
            tell(new PaymentProcessed(
                    payment.orderId(), answer.detail(), payment.amountMinor(), payment.currency(), Instant.EPOCH));
        } else if (!payment.orderCancelled()) {
            tell(new PaymentRejected(payment.orderId(), answer.detail(), Instant.EPOCH));
        }
    }

    private boolean mayHaveBeenTaken(Payment payment) {
        return payment.state() == State.DECLINED && !payment.paymentToken().isEmpty() && !world.has(Defect.NO_IS_FINAL);
    }

    private Answer known(Answer answer) {
        return world.has(Defect.UNKNOWN_READ_AS_DECLINED) ? answer : answer.known();
    }

    private void tellLateRefund(Payment payment) {
        if (!world.has(Defect.LATE_CAPTURE_KEPT)) {
            tell(new RefundPayment(payment.orderId(), "LATE_CAPTURE"));
        }
    }

    Optional<Payment> refundDue(UUID orderId) {
        var due = due(orderId, Refund.DUE).or(() -> due(orderId, Refund.NONE));
        if (!world.has(Defect.REFUND_TOLD_ONCE)) {
            payments.find(orderId)
                    .filter(row -> row.refund() == Refund.PROCESSED)
                    .ifPresent(row -> tellRefunded(row.payment(), "re_" + orderId));
        }
        return due;
    }

    private Optional<Payment> due(UUID orderId, Refund refund) {
        var row = payments.find(orderId).filter(r -> r.payment().state() == State.CAPTURED && r.refund() == refund);
        row.ifPresent(r -> save(r.payment(), Refund.DUE));
        return row.map(Row::payment);
    }

    void refunded(Answer answer) {
        if (answer.known().outcome() != Outcome.SUCCEEDED) {
            throw new ProviderUnavailable("turned down");
        }
        var row = payments.get(answer.key());
        if (row.refund() == Refund.DUE) {
            save(row.payment(), Refund.PROCESSED);
            tellRefunded(row.payment(), answer.detail());
        }
    }

    private void tellRefunded(Payment payment, String reference) {
        tell(new RefundProcessed(
                payment.orderId(), reference, payment.amountMinor(), payment.currency(), Instant.EPOCH));
    }

    /** Asks again for all of which nothing has been heard for long. */
    void resume() {
        database.transaction(() -> payments.all().stream()
                .filter(row -> isUnresolved(row) && row.changedAt() + QUIET <= world.now)
                .toList()
                .forEach(this::resume));
    }

    private void resume(Row row) {
        world.happened(Fault.RESUMED);
        save(row.payment(), row.refund());
        var id = row.payment().orderId();
        tell(row.payment().state() == State.PENDING ? new ChargePayment(id) : new RefundPayment(id, "RESUMED"));
    }

    boolean isUnresolved(Row row) {
        return row.payment().state() == State.PENDING
                || (row.refund() == Refund.DUE && !world.has(Defect.REFUND_NOT_RETRIED));
    }

    /** When something is to be resumed next. */
    long nextAt() {
        return payments.all().stream()
                .filter(this::isUnresolved)
                .mapToLong(row -> row.changedAt() + QUIET)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    Task.Stage work(Command command) {
        var orderId = command instanceof ChargePayment charge ? charge.orderId() : ((RefundPayment) command).orderId();
        var isCharge = command instanceof ChargePayment;
        var payment = database.transaction(() -> isCharge ? attempt(orderId) : refundDue(orderId));
        return payment.map(known -> ask(known, isCharge)).orElse(null);
    }

    private Task.Stage ask(Payment payment, boolean isCharge) {
        return () -> {
            var answer = answer(isCharge ? payment.charge() : payment.refund());
            return () -> {
                database.transaction(() -> {
                    if (isCharge) {
                        settle(answer);
                    } else {
                        refunded(answer);
                    }
                    dieAtTimes();
                });
                return null;
            };
        };
    }

    /** A failure says as little as silence. */
    private Answer answer(Request request) {
        try {
            return provider.answer(request);
        } catch (ProviderUnavailable e) {
            return Answer.unknown(request.key());
        }
    }

    private void save(Payment payment, Refund refund) {
        payments.put(payment.orderId(), new Row(payment, refund, world.now));
    }

    private static Payment with(Payment payment, State state, String reference, boolean cancelled) {
        return new Payment(
                payment.orderId(),
                state,
                payment.paymentToken(),
                payment.amountMinor(),
                payment.currency(),
                reference,
                cancelled,
                payment.chargedAt());
    }
}
