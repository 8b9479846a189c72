package bookstore.shared;

import java.util.Map;

/**
 * A request that is understood and turned down. The edge answers it as problem details (RFC 9457); it is never
 * retried.
 */
public final class Refusal extends RuntimeException {

    /** Why, in the words of the HTTP status that fits. */
    public enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        PRECONDITION_FAILED,
        PRECONDITION_REQUIRED,
        IMPOSSIBLE,
        TOO_MANY,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> details;

    public Refusal(Kind kind, String code, String message) {
        this(kind, code, message, Map.of());
    }

    /**
     * @param code last part of the problem's {@code type}, such as {@code price-changed}
     * @param message for the caller's eyes: no class names, no SQL
     * @param details further members of the problem
     */
    public Refusal(Kind kind, String code, String message, Map<String, Object> details) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "not-found", what + " is not here");
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
