package bookstore.architecture;

import static bookstore.architecture.HouseRule.rule;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the parts are put together, and what of them can be seen. */
final class WiringRules {

    static final List<HouseRule> ALL = List.of(
            rule(
                    "adapters, routes and sagas cannot be seen but for one configuration a package",
                    "what cannot be seen cannot be depended on",
                    "PublicAdapter",
                    classes().that(Code.HIDDEN).should(new BeSeenAsTheConfigurationOnly())),
            rule(
                    "nothing is injected but through constructors, and settings come as records",
                    "a constructor shows what a class needs, and a test can call it",
                    "FieldInjection",
                    noClasses().should().dependOnClassesThat().belongToAnyOf(Autowired.class, Value.class)),
            rule(
                    "settings are records",
                    "a setting is bound once, checked at the start, and never changes",
                    "LooseSettings",
                    classes()
                            .that()
                            .areAnnotatedWith(ConfigurationProperties.class)
                            .should()
                            .beRecords()
                            .andShould()
                            .haveSimpleNameEndingWith("Settings")),
            rule(
                    "every package says what it is for and is null-marked",
                    "one sentence draws one boundary, and null is a decision",
                    "Unmarked",
                    classes().that().areTopLevelClasses().should(new LiveInAMarkedPackage())));

    private WiringRules() {}
}
