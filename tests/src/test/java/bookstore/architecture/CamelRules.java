package bookstore.architecture;

import static bookstore.architecture.HouseRule.rule;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.context.annotation.Configuration;

/** Where Camel may be, and what a route looks like. */
final class CamelRules {

    /** What serves every context's routes. */
    private static final DescribedPredicate<JavaClass> FRAME = resideInAnyPackage(
            "bookstore.edge..",
            "bookstore.messaging..",
            "bookstore.gateway..",
            "bookstore.operations..",
            "bookstore.saga..");

    private static final DescribedPredicate<JavaClass> MAY_ROUTE = FRAME.or(Code.ROUTES_OR_SAGA);

    static final List<HouseRule> ALL = List.of(
            rule(
                    "Camel is in routes, sagas and what serves them",
                    "the beans must be usable, and testable, without a Camel context",
                    "KnowsCamel",
                    noClasses()
                            .that(not(MAY_ROUTE))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage("org.apache.camel.."))),
            rule(
                    "routes stand in routes and sagas, one level below Camel's builder",
                    "what a route inherits from afar is what a reader misses",
                    "RouteInTheDomain",
                    classes().that().areAssignableTo(RouteBuilder.class).should(new BeFlatAndAtHome(MAY_ROUTE))),
            rule(
                    "a route builder is called …Routes, …Saga or, as a step of a saga, by a gerund",
                    "the name tells what to expect in the file",
                    "Misnamed",
                    classes()
                            .that()
                            .areAssignableTo(RouteBuilder.class)
                            .and()
                            .areNotAssignableTo(RouteConfigurationBuilder.class)
                            .should()
                            .haveNameMatching(".*\\.([A-Z]\\w*(Routes|Saga)|[A-Z][a-z]+ing[A-Z]\\w*)(\\$.*)?")),
            rule(
                    "Spring is in adapters, configurations and what serves all contexts",
                    "a route or saga is wired by its context's configuration and calls beans",
                    "QueriesInARoute",
                    noClasses()
                            .that(Code.ROUTES_OR_SAGA)
                            .and(not(annotatedWith(Configuration.class)))
                            .and()
                            .haveNameNotMatching(".*Settings(\\$.*)?")
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql.."))),
            rule(
                    "a route builder of a context does not reach into messages",
                    "code between the steps of a route is a bean, or a small reader of its own with a test",
                    "TouchesTheExchange",
                    noClasses()
                            .that(Code.ROUTES_OR_SAGA)
                            .and()
                            .areAssignableTo(RouteBuilder.class)
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(Message.class)
                            .orShould()
                            .callMethodWhere(
                                    target(owner(assignableTo(Exchange.class))).and(target(nameStartingWith("set"))))));

    private CamelRules() {}
}
