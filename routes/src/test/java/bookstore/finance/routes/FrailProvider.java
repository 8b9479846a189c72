package bookstore.finance.routes;

import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.ProviderUnavailable;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.shared.postgres.ContextDatabase;

/** A provider that is away at times: then no request gets as far as its book. */
class FrailProvider extends SimulatedProvider {

    private volatile boolean away;

    FrailProvider(ContextDatabase database, SimulatorSettings settings) {
        super(database, settings);
    }

    void goesAway() {
        away = true;
    }

    void comesBack() {
        away = false;
    }

    @Override
    public Reply answer(Request request) {
        if (away) {
            throw new ProviderUnavailable("the provider is away");
        }
        return super.answer(request);
    }
}
