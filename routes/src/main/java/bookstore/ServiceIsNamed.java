package bookstore;

import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Answers {@link OnService}. */
class ServiceIsNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var service =
                metadata.getAnnotationAttributes(OnService.class.getName()).get("value");
        return named(context.getEnvironment()).stream().anyMatch(name -> name.equals("all") || name.equals(service));
    }

    private static Set<String> named(Environment environment) {
        return StringUtils.commaDelimitedListToSet(
                environment.getProperty("bookstore.services", "all").replace(" ", ""));
    }
}
