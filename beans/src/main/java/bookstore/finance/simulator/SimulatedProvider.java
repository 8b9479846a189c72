package bookstore.finance.simulator;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.ProviderUnavailable;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A payment provider that does what the token says. Its book is its own: it writes outside of any transaction of ours,
 * as a provider at the other end of a wire would.
 */
public class SimulatedProvider {

    /** An answer and how long it takes to come. */
    public record Reply(Answer answer, Duration delay) {

        public long delayMillis() {
            return delay.toMillis();
        }
    }

    private final JdbcClient jdbc;
    private final SimulatorSettings settings;

    public SimulatedProvider(ContextDatabase database, SimulatorSettings settings) {
        this.jdbc = database.jdbc();
        this.settings = settings;
    }

    /** @throws ProviderUnavailable where a real provider would answer with a server error */
    public Reply answer(Request request) {
        return switch (request.action()) {
            case CHARGE -> charge(request);
            case REFUND -> refund(request.key());
            case LOOK_UP -> now(lookUp(request.key()));
        };
    }

    private Reply charge(Request request) {
        var asked = jdbc.sql("insert into simulator_charges (key, token, amount_minor, currency, asked)"
                        + " values (?, ?, ?, ?, 1)"
                        + " on conflict (key) do update set asked = simulator_charges.asked + 1 returning asked")
                .params(request.key(), request.paymentToken(), request.amountMinor(), request.currency())
                .query(Integer.class)
                .single();
        var known = lookUp(request.key());
        if (known.outcome() == Outcome.SUCCEEDED) {
            return now(known);
        }
        return script(request, asked);
    }

    private Reply script(Request request, int asked) {
        var key = request.key();
        return switch (request.paymentToken()) {
            case "tok_visa", "tok_refund_fails" -> now(capture(key));
            case "tok_slow" -> new Reply(capture(key), settings.slow());
            case "tok_insufficient_funds" -> now(declined(key, "INSUFFICIENT_FUNDS"));
            case "tok_timeout", "tok_late" -> silence(key);
            case "tok_timeout_charged" -> {
                capture(key);
                yield silence(key);
            }
            case "tok_error_then_ok" -> {
                if (asked <= 2) {
                    throw new ProviderUnavailable("the provider answered 500");
                }
                yield now(capture(key));
            }
            default -> now(declined(key, "CARD_DECLINED"));
        };
    }

    private Reply refund(UUID key) {
        var asked = jdbc.sql("insert into simulator_refunds (key, asked) values (?, 1)"
                        + " on conflict (key) do update set asked = simulator_refunds.asked + 1 returning asked")
                .param(key)
                .query(Integer.class)
                .single();
        if (token(key).equals("tok_refund_fails") && asked <= 5) {
            throw new ProviderUnavailable("the provider answered 500");
        }
        jdbc.sql("update simulator_refunds set refunded_at = coalesce(refunded_at, now()) where key = ?")
                .param(key)
                .update();
        return now(new Answer(key, Outcome.SUCCEEDED, "sim_re_" + key));
    }

    private Answer lookUp(UUID key) {
        if (isLate(key)) {
            return capture(key);
        }
        return jdbc.sql("select captured_at is not null from simulator_charges where key = ?")
                .param(key)
                .query(Boolean.class)
                .optional()
                .filter(captured -> captured)
                .map(captured -> succeeded(key))
                .orElseGet(() -> token(key).equals("tok_late")
                        ? Answer.unknown(key)
                        : new Answer(key, Outcome.NOT_FOUND, "NOT_CHARGED"));
    }

    private boolean isLate(UUID key) {
        return jdbc.sql("select exists (select 1 from simulator_charges where key = ? and token = 'tok_late'"
                        + " and first_at < now() - make_interval(secs => ?))")
                .params(key, settings.late().toMillis() / 1000.0)
                .query(Boolean.class)
                .single();
    }

    private String token(UUID key) {
        return jdbc.sql("select token from simulator_charges where key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Answer capture(UUID key) {
        jdbc.sql("update simulator_charges set captured_at = coalesce(captured_at, now()) where key = ?")
                .param(key)
                .update();
        return succeeded(key);
    }

    private Reply silence(UUID key) {
        return new Reply(Answer.unknown(key), settings.timeout());
    }

    private static Reply now(Answer answer) {
        return new Reply(answer, Duration.ZERO);
    }

    private static Answer succeeded(UUID key) {
        return new Answer(key, Outcome.SUCCEEDED, "sim_ch_" + key);
    }

    private static Answer declined(UUID key, String reason) {
        return new Answer(key, Outcome.DECLINED, reason);
    }
}
