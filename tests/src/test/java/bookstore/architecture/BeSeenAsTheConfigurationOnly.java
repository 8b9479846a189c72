package bookstore.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Package-private, or the one configuration of its package; settings, which are bound from outside, may be seen. */
class BeSeenAsTheConfigurationOnly extends ArchCondition<JavaClass> {

    BeSeenAsTheConfigurationOnly() {
        super("be seen as the configuration of the package only");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        var visible = type.getPackage().getClasses().stream()
                .filter(BeSeenAsTheConfigurationOnly::isVisible)
                .count();
        if (!type.isAnnotatedWith(Configuration.class) || visible > 1) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is public"));
        }
    }

    private static boolean isVisible(JavaClass type) {
        return type.isTopLevelClass()
                && !type.isAnnotatedWith(ConfigurationProperties.class)
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
