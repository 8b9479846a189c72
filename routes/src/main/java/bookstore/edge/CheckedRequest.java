package bookstore.edge;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * A request whose body has been taken from it: Camel would read the whole of it into memory as text. HEAD is GET from
 * here on; the server sends no body for it (RFC 9110, section 9.3.2).
 */
public final class CheckedRequest extends HttpServletRequestWrapper {

    public CheckedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    /** Camel would read all headers, of which the firewall refuses those that hold control characters. */
    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(
                ApiHeaders.IN.stream().filter(this::isReadable).toList());
    }

    private boolean isReadable(String header) {
        try {
            return getHeader(header) != null;
        } catch (RequestRejectedException e) {
            return false;
        }
    }

    /** What is declared goes in as headers; a form that nobody declared is not read either. */
    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        throw new IOException("the body has been taken");
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }
}
