package bookstore.operations;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.impl.engine.DefaultSupervisingRouteController;

/**
 * Camel's own, which is patient with a broker that is late; it stops and starts with a route the Kamelet that feeds it,
 * too. Left running, the Kamelet would go on taking messages, have each wait half a minute for the route, and then treat
 * it as one that has failed.
 */
final class SourceController extends DefaultSupervisingRouteController {

    @Override
    public void startRoute(String id) throws Exception {
        super.startRoute(id);
        startSource(id);
    }

    @Override
    public void resumeRoute(String id) throws Exception {
        super.resumeRoute(id);
        startSource(id);
    }

    @Override
    public void stopRoute(String id) throws Exception {
        stopSource(id);
        super.stopRoute(id);
    }

    @Override
    public void stopRoute(String id, Throwable cause) throws Exception {
        stopSource(id);
        super.stopRoute(id, cause);
    }

    @Override
    public void stopRoute(String id, long timeout, TimeUnit unit) throws Exception {
        stopSource(id);
        super.stopRoute(id, timeout, unit);
    }

    @Override
    public boolean stopRoute(String id, long timeout, TimeUnit unit, boolean abortAfterTimeout) throws Exception {
        stopSource(id);
        return super.stopRoute(id, timeout, unit, abortAfterTimeout);
    }

    @Override
    public void suspendRoute(String id) throws Exception {
        stopSource(id);
        super.suspendRoute(id);
    }

    @Override
    public void suspendRoute(String id, long timeout, TimeUnit unit) throws Exception {
        stopSource(id);
        super.suspendRoute(id, timeout, unit);
    }

    private void startSource(String id) throws Exception {
        var source = sourceOf(id);
        if (source.isPresent()) {
            super.startRoute(source.get());
        }
    }

    private void stopSource(String id) throws Exception {
        var source = sourceOf(id);
        if (source.isPresent()) {
            super.stopRoute(source.get());
        }
    }

    private Optional<String> sourceOf(String id) {
        var route = getCamelContext().getRoute(id);
        return route != null && route.getEndpoint() instanceof KameletEndpoint kamelet
                ? Optional.of(kamelet.getRouteId()).filter(source -> !source.equals(id))
                : Optional.empty();
    }
}
