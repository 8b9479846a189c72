package bookstore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every property that the shop, Spring Boot or Camel reads, as a variable of the environment would spell it. */
final class KnownProperties {

    /** A variable that application.yaml reads under a name of its own. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");

    private final Set<String> names = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    private KnownProperties() {}

    static KnownProperties ofTheShop() {
        var known = new KnownProperties();
        known.ofLibraries();
        var settings = new ClassPathScanningCandidateComponentProvider(false);
        settings.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        settings.findCandidateComponents("bookstore").forEach(found -> {
            var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            if (type.isRecord()) {
                known.ofRecord(type.getAnnotation(ConfigurationProperties.class).value(), type);
            }
        });
        known.names.add(spell("bookstore.services"));
        PLACEHOLDER
                .matcher(Yaml.read(Path.of("application.yaml")))
                .results()
                .forEach(found -> known.names.add(spell(found.group(1))));
        return known;
    }

    boolean contains(String variable) {
        var spelled = spell(variable);
        return names.contains(spelled) || beginnings.stream().anyMatch(spelled::startsWith);
    }

    private void ofRecord(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                ofRecord(name, component.getType());
            }
            add(name, Map.class.isAssignableFrom(component.getType()));
        }
    }

    private void ofLibraries() {
        try {
            var files = getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            for (var file : Collections.list(files)) {
                try (var in = file.openStream()) {
                    ofMetadata(new ObjectMapper().readTree(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ofMetadata(JsonNode metadata) {
        metadata.path("properties")
                .forEach(property -> add(
                        property.path("name").asText(),
                        property.path("type").asText().startsWith("java.util.Map")));
    }

    private void add(String name, boolean isMap) {
        names.add(spell(name));
        if (isMap) {
            beginnings.add(spell(name));
        }
    }

    private static String spell(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
    }
}
