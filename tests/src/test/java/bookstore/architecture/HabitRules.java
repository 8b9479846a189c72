package bookstore.architecture;

import static bookstore.architecture.HouseRule.rule;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.commons.annotation.Testable;

/** What nobody does, tests included. */
final class HabitRules {

    static final List<HouseRule> ALL = List.of(
            rule(
                    "nobody sleeps",
                    "a sleep is too short on the slow day and too long on all others",
                    "Sleeps",
                    noClasses()
                            .should()
                            .callMethod(Thread.class, "sleep", long.class)
                            .orShould()
                            .callMethod(Thread.class, "sleep", long.class, int.class)
                            .orShould()
                            .callMethod(TimeUnit.class, "sleep", long.class)),
            rule(
                    "nobody talks past the log",
                    "what is not in the log is not seen, and what is must be one line of JSON",
                    "TalksPastTheLog",
                    noClasses()
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .orShould()
                            .callMethod(Throwable.class, "printStackTrace")
                            .orShould()
                            .dependOnClassesThat()
                            .resideInAPackage("java.util.logging")),
            rule(
                    "no class is called after what it is in Java",
                    "such a name fits everything, so it says nothing of the shop",
                    "WrongHelper",
                    noClasses()
                            .that()
                            .areNotAnonymousClasses()
                            .should()
                            .haveNameMatching(
                                    ".*[.$](\\w*(Impl|Utils?|Helper|Manager|Dto|Entity|Bean|Info|Data)|(Abstract|Base)[A-Z]\\w*|Constants)")),
            rule(
                    "a test class ends in Test, or in IT where a real server is asked for by name",
                    "surefire passes over the others without a word",
                    "Forgotten",
                    methods()
                            .that()
                            .areMetaAnnotatedWith(Testable.class)
                            .should()
                            .beDeclaredInClassesThat()
                            .haveNameMatching(".*(Test|IT)(\\$.*)?")),
            rule(
                    "a test is package-private and a sentence",
                    "the list of tests is read as the list of what the shop does",
                    "Forgotten",
                    methods()
                            .that()
                            .areMetaAnnotatedWith(Testable.class)
                            .should()
                            .bePackagePrivate()
                            .andShould()
                            .beDeclaredInClassesThat()
                            .arePackagePrivate()
                            .andShould()
                            .haveNameMatching("[a-z0-9]+(_[a-zA-Z0-9]+)+")));

    private HabitRules() {}
}
