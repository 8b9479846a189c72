package bookstore.architecture;

import static bookstore.architecture.HouseRule.rule;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import bookstore.operations.Backlog;
import bookstore.operations.Part;
import bookstore.shared.Cause;
import com.tngtech.archunit.base.DescribedPredicate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** What the domain may know, and what contexts may know of each other. */
final class DomainRules {

    static final List<HouseRule> ALL = List.of(
            rule(
                    "the domain knows the JDK, itself and what contexts tell each other",
                    "what the shop knows must outlive every framework that it runs on",
                    "KnowsItsAdapter",
                    classes()
                            .that(Code.DOMAIN)
                            .should()
                            .onlyDependOnClassesThat(Code.DOMAIN.or(resideInAnyPackage(
                                    "java..",
                                    "javax.crypto..",
                                    "org.jspecify..",
                                    "org.slf4j..",
                                    // names of JSON fields and settings are part of a type's contract
                                    "com.fasterxml.jackson.annotation..",
                                    "org.springframework.boot.context.properties..")))),
            rule(
                    "contexts do not know each other",
                    "a context that is called only by messages and HTTP can be started alone",
                    "KnowsAStranger",
                    slices().matching("bookstore.(*)..")
                            .should()
                            .notDependOnEachOther()
                            // what every process offers is told what each context has
                            .ignoreDependency(
                                    resideInAnyPackage("bookstore.operations..", "bookstore.gateway.."),
                                    DescribedPredicate.alwaysTrue())
                            .ignoreDependency(
                                    DescribedPredicate.alwaysTrue(),
                                    resideInAnyPackage(
                                            "bookstore.*.events",
                                            "bookstore.*.commands",
                                            "bookstore.shared..",
                                            "bookstore.edge",
                                            "bookstore.messaging",
                                            "bookstore.saga"))
                            // what a context tells of what it works with
                            .ignoreDependency(DescribedPredicate.alwaysTrue(), belongToAnyOf(Part.class, Backlog.class))
                            // no contexts: one passes on what the contract offers, the other asks what it offers
                            .ignoreDependency(
                                    resideInAnyPackage("bookstore.gateway", "bookstore.operations"),
                                    resideInAnyPackage("bookstore.edge.contract"))),
            rule(
                    "the domain is free of frameworks",
                    "adapters translate between the domain and the technology",
                    "KnowsSpring",
                    noClasses()
                            .that(Code.DOMAIN)
                            .and()
                            .haveSimpleNameNotEndingWith("Settings")
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(
                                    "org.springframework..",
                                    "org.apache.camel..",
                                    "java.sql..",
                                    "javax.sql..",
                                    "com.fasterxml.jackson.databind..",
                                    "com.fasterxml.jackson.core.."))),
            rule(
                    "messages are past-tense events and imperative commands, records of JDK types",
                    "they are the published language of a context and travel as JSON",
                    "BookPaidEvent",
                    classes()
                            .that(resideInAnyPackage("bookstore.*.events", "bookstore.*.commands"))
                            .and()
                            .areTopLevelClasses()
                            .and()
                            .haveSimpleNameNotEndingWith("package-info")
                            .should(new BeAMessage())),
            rule(
                    "the domain is told the time and given its ids",
                    "a test must be able to say when and which",
                    "ReadsTheClock",
                    noClasses()
                            .that(Code.DOMAIN)
                            .and()
                            // names the work of a thread for the log; no behaviour hangs on it
                            .doNotBelongToAnyOf(Cause.class)
                            .should()
                            .callMethod(Instant.class, "now")
                            .orShould()
                            .callMethod(LocalDate.class, "now")
                            .orShould()
                            .callMethod(LocalDateTime.class, "now")
                            .orShould()
                            .callMethod(Clock.class, "systemUTC")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")
                            .orShould()
                            .callMethod(UUID.class, "randomUUID")
                            .orShould()
                            .callMethod(Math.class, "random")));

    private DomainRules() {}
}
