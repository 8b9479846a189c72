package bookstore.edge;

/** What a circuit breaker's fallback leaves behind. */
public final class Fallback {

    /**
     * Exchange properties with which a fallback marks its exchange as failed and handled, for good: what fails later would
     * be caught by nobody, and what succeeds be taken for failed. To be removed after each breaker with a fallback.
     */
    public static final String MARKS = "CamelException*";

    private Fallback() {}
}
