package bookstore.simulation;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.ProviderUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whoever really moves money. What it has done stays done, whatever becomes of its answer; requests of one key are taken
 * one after the other.
 */
final class Provider {

    /** What it does with a charge. */
    enum Script {
        PAYS,
        DECLINES,
        IS_SILENT,
        IS_SILENT_BUT_PAYS,
        FAILS_TWICE,
        PAYS_LATE
    }

    private static final long LATE = 90;

    /** A page of its book. */
    static final class Charge {
        final Script script;
        final long amount;
        final long firstAt;
        int asked;
        int captures;
        int refunds;
        int refundFailures;

        private Charge(Script script, long amount, long firstAt) {
            this.script = script;
            this.amount = amount;
            this.firstAt = firstAt;
        }
    }

    final Map<UUID, Charge> book = new LinkedHashMap<>();
    private final World world;

    Provider(World world) {
        this.world = world;
    }

    /** @throws ProviderUnavailable where it would answer with a server error */
    Answer answer(Request request) {
        var answer =
                switch (request.action()) {
                    case CHARGE -> charge(request);
                    case REFUND -> refund(request.key());
                    case LOOK_UP -> lookUp(request.key());
                };
        var heard = world.strikes(Fault.PROVIDER_SILENT, 10) ? Answer.unknown(request.key()) : answer;
        world.trace("provider", request.action(), answer, heard.outcome());
        return heard;
    }

    private Answer charge(Request request) {
        var charge = book.computeIfAbsent(
                request.key(),
                key -> new Charge(Script.valueOf(request.paymentToken()), request.amountMinor(), world.now));
        charge.asked++;
        if (charge.captures > 0 && !world.has(Defect.CHARGE_WITHOUT_KEY)) {
            return paid(request.key());
        }
        if (charge.script == Script.PAYS_LATE && charge.captures == 0) {
            return lookUp(request.key());
        }
        return switch (charge.script) {
            case PAYS -> capture(request.key(), charge);
            case DECLINES -> declined(request.key());
            case IS_SILENT, PAYS_LATE -> silence(request.key());
            case IS_SILENT_BUT_PAYS -> {
                capture(request.key(), charge);
                yield silence(request.key());
            }
            case FAILS_TWICE -> {
                if (charge.asked <= 2) {
                    throw failure();
                }
                yield capture(request.key(), charge);
            }
        };
    }

    private Answer refund(UUID key) {
        var charge = book.get(key);
        if (charge == null) {
            throw new ProviderUnavailable("there is no charge to refund");
        }
        if (charge.refundFailures < 6 && world.strikes(Fault.PROVIDER_FAILED, 4)) {
            charge.refundFailures++;
            throw new ProviderUnavailable("500");
        }
        if (charge.refunds == 0 || world.has(Defect.REFUND_WITHOUT_KEY)) {
            charge.refunds++;
        }
        return new Answer(key, Outcome.SUCCEEDED, "re_" + key);
    }

    private Answer lookUp(UUID key) {
        var charge = book.get(key);
        if (charge == null) {
            return new Answer(key, Outcome.NOT_FOUND, "NOT_CHARGED");
        }
        if (charge.script == Script.PAYS_LATE && charge.captures == 0) {
            return world.now < charge.firstAt + LATE ? silence(key) : capture(key, charge);
        }
        return charge.captures > 0 ? paid(key) : new Answer(key, Outcome.NOT_FOUND, "NOT_CHARGED");
    }

    private Answer capture(UUID key, Charge charge) {
        charge.captures++;
        return paid(key);
    }

    private Answer silence(UUID key) {
        world.happened(Fault.PROVIDER_SILENT);
        return Answer.unknown(key);
    }

    private ProviderUnavailable failure() {
        world.happened(Fault.PROVIDER_FAILED);
        return new ProviderUnavailable("500");
    }

    private Answer declined(UUID key) {
        world.happened(Fault.DECLINED);
        return new Answer(key, Outcome.DECLINED, "CARD_DECLINED");
    }

    private static Answer paid(UUID key) {
        return new Answer(key, Outcome.SUCCEEDED, "ch_" + key);
    }
}
