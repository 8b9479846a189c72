package bookstore.edge.contract;

import java.util.List;
import java.util.Map;

/** A request that breaks the contract; no route sees it. */
public final class Rejection extends RuntimeException {

    /**
     * One thing that is wrong.
     *
     * @param pointer where: {@code #/quantity} in the body (RFC 9457, section 3), {@code query/size} among parameters
     */
    public record Fault(String pointer, String message) {}

    private final int status;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    Rejection(int status, String code, String message, List<Fault> faults, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /** @param headers that belong to the status */
    public static Rejection of(int status, String code, String message, Map<String, String> headers) {
        return new Rejection(status, code, message, List.of(), headers);
    }

    static Rejection of(int status, String code, String message) {
        return new Rejection(status, code, message, List.of(), Map.of());
    }

    static Rejection malformed(List<Fault> faults) {
        return new Rejection(400, "malformed-request", "The request does not keep to the contract", faults, Map.of());
    }

    static Rejection malformed(String pointer, String message) {
        return malformed(List.of(new Fault(pointer, message)));
    }

    /** A body of more bytes than the contract allows. */
    static Rejection tooLarge(long limit) {
        return of(413, "body-too-large", "The body has more than " + limit + " bytes");
    }

    public int status() {
        return status;
    }

    /** Last part of the problem's type. */
    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
