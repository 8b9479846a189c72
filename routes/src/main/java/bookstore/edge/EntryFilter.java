package bookstore.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its names: correlation id and trace. */
final class EntryFilter extends OncePerRequestFilter {

    private static final String TRACE = Trace.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = request.getAttribute(TRACE);
        var trace = known instanceof Trace before
                ? before
                : Trace.of(request.getHeader(Trace.CORRELATION_HEADER), request.getHeader(Trace.TRACEPARENT));
        request.setAttribute(TRACE, trace);
        response.setHeader(Trace.CORRELATION_HEADER, trace.correlationId());
        MDC.put(Trace.CORRELATION_ID, trace.correlationId());
        MDC.put(Trace.TRACEPARENT, trace.traceparent());
        try {
            chain.doFilter(new Traced(request, trace), response);
        } finally {
            MDC.remove(Trace.CORRELATION_ID);
            MDC.remove(Trace.TRACEPARENT);
        }
    }

    /** Errors are dispatched again, and are to tell the same trace id. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The request as if the caller had sent the trace, so that whoever looks for one finds the same. */
    private static final class Traced extends HttpServletRequestWrapper {

        private final Trace trace;

        Traced(HttpServletRequest request, Trace trace) {
            super(request);
            this.trace = trace;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(Trace.TRACEPARENT) ? trace.traceparent() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(Trace.TRACEPARENT)
                    ? Collections.enumeration(List.of(trace.traceparent()))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new ArrayList<>(Collections.list(super.getHeaderNames()));
            names.removeIf(Trace.TRACEPARENT::equalsIgnoreCase);
            names.add(Trace.TRACEPARENT);
            return Collections.enumeration(names);
        }
    }
}
