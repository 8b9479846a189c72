package bookstore.edge;

import bookstore.edge.contract.Contract;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What no contract describes, such as the issuer and its login page, takes small forms and nothing else: whoever reads a
 * body there reads the whole of it. The length is to be told, since a server takes forms apart by itself.
 */
final class FormFilter extends OncePerRequestFilter {

    private final DataSize most;
    private final ProblemWriter problems;

    FormFilter(DataSize most, ProblemWriter problems) {
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Contract.BASE_PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var hindrance = hindrance(request);
        if (hindrance == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, hindrance);
        }
    }

    private @Nullable Problem hindrance(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return null;
        }
        if (!isForm(request.getContentType())) {
            return Problem.of(415, "unsupported-media-type", "This takes forms only");
        }
        if (length < 0) {
            return Problem.of(411, "length-required", "Say by Content-Length how long the form is");
        }
        return length > most.toBytes()
                ? Problem.of(413, "body-too-large", "The form has more than " + most.toBytes() + " bytes")
                : null;
    }

    private static boolean isForm(@Nullable String type) {
        try {
            return type != null
                    && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
