package bookstore.gateway;

import bookstore.edge.CheckedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes forms for the issuer as they are. Camel would take them apart, fail on those that are none, and say in the log
 * what they hold, secrets included. How long they may be has been seen to.
 */
final class IssuerFilter extends OncePerRequestFilter {

    /** Request attribute: the form's bytes. */
    static final String FORM = "bookstore.form";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(FORM, request.getInputStream().readAllBytes());
        chain.doFilter(new CheckedRequest(request), response);
    }
}
