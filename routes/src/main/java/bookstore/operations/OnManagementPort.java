package bookstore.operations;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Whether a request came to the management port, where that is a port of its own. */
final class OnManagementPort implements RequestMatcher {

    private final Environment environment;

    OnManagementPort(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var port = request.getLocalPort();
        return port == port("local.management.port") && port != port("local.server.port");
    }

    private int port(String property) {
        return environment.getProperty(property, Integer.class, -1);
    }
}
