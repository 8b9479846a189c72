package bookstore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the manifests for Camel K tell a service by its environment: all services the same, and each its own. */
public final class ClusterVariables implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String BASE = "deploy/camel-k/base/";

    /** As the end of a source's name, by which Spring Boot knows how the names in it are spelled. */
    private static final String ENVIRONMENT = "-systemEnvironment";

    private final String service;

    public ClusterVariables(String service) {
        this.service = service;
    }

    Map<String, Object> all() {
        var variables = new HashMap<String, Object>();
        var shared = Yaml.file(BASE + "environment.yaml").path("data");
        shared.properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        for (JsonNode own : Yaml.file(BASE + service + ".yaml").at("/spec/traits/environment/vars")) {
            var parts = own.asText().split("=", 2);
            variables.put(parts[0], parts[1]);
        }
        return variables;
    }

    /** All that do not say where a server is, of which there are others here. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var variables = all();
        variables.keySet().removeIf(name -> !name.matches("BOOKSTORE_(?!EMBEDDED|DATABASE|IDENTITY_ISSUER).*"));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("cluster" + ENVIRONMENT, variables));
    }
}
