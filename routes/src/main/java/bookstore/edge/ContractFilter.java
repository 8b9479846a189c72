package bookstore.edge;

import bookstore.edge.contract.Contract;
import bookstore.edge.contract.Rejection;
import bookstore.edge.contract.RequestCheck;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only those requests on that keep to the contract, with what they say laid out for the route. */
final class ContractFilter extends OncePerRequestFilter {

    static final String ACCEPTED = "bookstore.accepted";
    static final String CALLER = "bookstore.caller";

    private static final String ROLE = "ROLE_";

    private final RequestCheck check;
    private final ProblemWriter problems;

    ContractFilter(RequestCheck check, ProblemWriter problems) {
        this.check = check;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith(Contract.BASE_PATH + "/") || DocsPage.isPartOf(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var accepted = check.check(request);
            if (request.getMethod().equals("HEAD") && accepted.operation().streams()) {
                // of a stream there is nothing to be seen but what it is; none is opened for that
                response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
                return;
            }
            request.setAttribute(ACCEPTED, accepted);
            request.setAttribute(CALLER, caller());
            chain.doFilter(new CheckedRequest(request), response);
        } catch (Rejection rejection) {
            reject(request, response, rejection);
        } catch (ServletException | RuntimeException e) {
            problems.write(response, Problems.of(e));
        }
    }

    private void reject(HttpServletRequest request, HttpServletResponse response, Rejection rejection)
            throws IOException {
        if (rejection.status() == 405 && request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", rejection.headers().get("Allow"));
            response.setStatus(204);
        } else {
            problems.write(response, Problems.of(rejection));
        }
    }

    private static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            var roles = token.getAuthorities().stream()
                    .map(Object::toString)
                    .filter(authority -> authority.startsWith(ROLE))
                    .map(authority -> authority.substring(ROLE.length()))
                    .collect(Collectors.toUnmodifiableSet());
            return Caller.of(token.getName(), roles, Profile.of(token.getTokenAttributes()));
        }
        return Caller.guest();
    }
}
