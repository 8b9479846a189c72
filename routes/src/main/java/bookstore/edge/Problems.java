package bookstore.edge;

import bookstore.edge.contract.Rejection;
import bookstore.shared.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Says of every failure what the caller may know of it. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TRY_AGAIN = "A part of the shop is not there for the moment; please try again";

    private Problems() {}

    /** The problem to answer; what nobody expected is logged here and told as nothing but that. */
    static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                if (known.status() >= 500) {
                    LOG.warn("Request not served status={} cause={}", known.status(), cause.toString());
                }
                return known;
            }
        }
        LOG.error("Request failed", failure);
        return Problem.of(500, "internal-error", "Something went wrong on our side");
    }

    private static @Nullable Problem known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return of(refusal);
        }
        if (cause instanceof Rejection rejection) {
            return of(rejection);
        }
        if (cause instanceof RequestRejectedException) {
            // the firewall looks at a header when it is read
            return Problem.ofServer(400);
        }
        if (cause instanceof ClientAbortException) {
            // nobody is there any more who could read this
            return Problem.ofServer(400);
        }
        return Away.is(cause) ? away() : null;
    }

    /** What is answered while a part of the shop is not there. */
    static Problem away() {
        return Problem.unavailable(TRY_AGAIN);
    }

    static Problem of(Rejection rejection) {
        Map<String, Object> more = rejection.faults().isEmpty() ? Map.of() : Map.of("errors", rejection.faults());
        return new Problem(rejection.status(), rejection.code(), rejection.getMessage(), more, rejection.headers());
    }

    /** A refusal's details become members, except {@code Retry-After}, which is a header. */
    private static Problem of(Refusal refusal) {
        var headers = new HashMap<String, String>();
        var more = new LinkedHashMap<>(refusal.details());
        var after = more.remove("Retry-After");
        if (after != null || refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            headers.put("Retry-After", after == null ? "2" : after.toString());
        }
        return new Problem(status(refusal.kind()), refusal.code(), refusal.getMessage(), more, headers);
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case PRECONDITION_REQUIRED -> 428;
            case IMPOSSIBLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
