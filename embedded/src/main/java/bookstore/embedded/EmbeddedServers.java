package bookstore.embedded;

import bookstore.embedded.process.CannotStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts a server for each part that has no address, before there is any bean, and tells the application where they
 * are. In production a missing address is an error instead.
 */
public final class EmbeddedServers implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);
    private static final Profiles PRODUCTION = Profiles.of("prod", "production", "kubernetes");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var missing = missing(Binder.get(environment));
        if (missing.isEmpty()) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("bookstore.embedded", EmbeddedSettings.class);
        if (!settings.enabled() || environment.acceptsProfiles(PRODUCTION)) {
            throw new CannotStart("No address of %s is configured, and embedded servers are not for production: set %s."
                    .formatted(
                            names(missing),
                            missing.stream()
                                    .map(part -> part.addresses().get(0))
                                    .collect(Collectors.joining(", "))));
        }
        start(missing, settings, environment);
    }

    private static List<Part> missing(Binder binder) {
        return Stream.of(Part.values())
                .filter(part -> part.addresses().stream().noneMatch(address -> isSet(binder, address)))
                .toList();
    }

    /** A name without a value, as an unset variable of the environment leaves it, is no address. */
    private static boolean isSet(Binder binder, String address) {
        return !binder.bind(address, Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }

    private static void start(List<Part> parts, EmbeddedSettings settings, ConfigurableEnvironment environment) {
        var servers = ServerSet.of(settings);
        servers.outliveApplications();
        var properties = new LinkedHashMap<String, Object>();
        servers.start(parts, settings).forEach(server -> properties.putAll(server.properties()));
        properties.put("bookstore.embedded.running", names(parts));
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", properties));
        LOG.info("Embedded {}, with their data in {}", names(parts), servers.directory());
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(Part::product).collect(Collectors.joining(", "));
    }
}
