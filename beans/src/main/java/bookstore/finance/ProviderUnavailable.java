package bookstore.finance;

/** The provider could not say what became of a request. The reason may pass, so it is asked again with the same key. */
public class ProviderUnavailable extends RuntimeException {

    public ProviderUnavailable(String message) {
        super(message);
    }
}
