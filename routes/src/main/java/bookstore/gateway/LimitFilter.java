package bookstore.gateway;

import bookstore.edge.ProblemWriter;
import bookstore.edge.contract.Contract;
import bookstore.edge.contract.Rejection;
import bookstore.gateway.GatewaySettings.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everybody ask so much and no more, and says how much is left (draft-ietf-httpapi-ratelimit-headers-07). */
final class LimitFilter extends OncePerRequestFilter {

    private final String kind;
    private final Limit limit;
    private final Usage usage;
    private final Function<HttpServletRequest, Optional<String>> who;
    private final ProblemWriter problems;

    LimitFilter(
            String kind,
            Limit limit,
            Usage usage,
            Function<HttpServletRequest, Optional<String>> who,
            ProblemWriter problems) {
        this.kind = kind;
        this.limit = limit;
        this.usage = usage;
        this.who = who;
        this.problems = problems;
    }

    /** Two of them are in the chain. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "." + kind;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith(Contract.BASE_PATH + "/") && !path.startsWith("/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = who.apply(request);
        if (caller.isEmpty() || letsIn(caller.get(), response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean letsIn(String caller, HttpServletResponse response) throws IOException {
        var window = limit.window().toMillis();
        var now = System.currentTimeMillis();
        var count = usage.add(kind + ":" + caller + ":" + now / window, window);
        var secondsLeft = Long.toString((window - now % window + 999) / 1000);
        response.setHeader("RateLimit-Limit", Integer.toString(limit.requests()));
        response.setHeader("RateLimit-Remaining", Long.toString(Math.max(0, limit.requests() - count)));
        response.setHeader("RateLimit-Reset", secondsLeft);
        if (count <= limit.requests()) {
            return true;
        }
        problems.write(
                response,
                Rejection.of(
                        429,
                        "too-many-requests",
                        "More is asked than is let through",
                        Map.of("Retry-After", secondsLeft)));
        return false;
    }
}
