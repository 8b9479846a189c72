package bookstore.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** In a package for routes, and at most one abstract builder of ours away from Camel's. */
class BeFlatAndAtHome extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> home;

    BeFlatAndAtHome(DescribedPredicate<JavaClass> home) {
        super("be at home");
        this.home = home;
    }

    @Override
    public void check(JavaClass builder, ConditionEvents events) {
        if (!home.test(builder)) {
            events.add(SimpleConditionEvent.violated(builder, builder.getName() + " routes outside routes and sagas"));
        }
        var parent = builder.getRawSuperclass().orElseThrow();
        var fromCamel = parent.getPackageName().startsWith("org.apache.camel");
        if (!fromCamel && !(isAbstract(parent) && comesFromCamel(parent))) {
            events.add(SimpleConditionEvent.violated(builder, builder.getName() + " is more than two levels deep"));
        }
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean comesFromCamel(JavaClass type) {
        return type.getRawSuperclass().orElseThrow().getPackageName().startsWith("org.apache.camel");
    }
}
