package bookstore.shared;

/** The model that understands text cannot be asked for the moment; what can be done without it goes on. */
public final class EmbeddingUnavailable extends RuntimeException {

    public EmbeddingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public EmbeddingUnavailable(String message) {
        super(message);
    }
}
