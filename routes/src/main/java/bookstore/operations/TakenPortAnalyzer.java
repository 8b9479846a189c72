package bookstore.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which property moves a port of the shop that somebody else has; Boot's own analyzer names none. */
@Order(0)
final class TakenPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private static final String PUBLIC = "server.port";
    private static final String MANAGEMENT = "management.server.port";

    private final Environment environment;

    TakenPortAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        var isManagement = isAt(MANAGEMENT, cause.getPort()) && !isAt(PUBLIC, cause.getPort());
        var line = "The shop cannot listen on port %d (already in use), %s. Change %s (0: any free port)."
                .formatted(
                        cause.getPort(),
                        isManagement ? "where it is watched and managed" : "where its API is",
                        isManagement ? MANAGEMENT : PUBLIC);
        return new FailureAnalysis(line, null, cause);
    }

    private boolean isAt(String property, int port) {
        return environment.getProperty(property, Integer.class, -1) == port;
    }
}
