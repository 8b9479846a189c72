package bookstore.finance;

import bookstore.shared.TakenUpLater;

/**
 * The provider could not say what became of a request. The reason may pass, so it is asked again with the same key: a
 * few times soon, then by the clock, for ever.
 */
public class ProviderUnavailable extends TakenUpLater {

    public ProviderUnavailable(String message) {
        super(message);
    }
}
