package bookstore.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the house, and the class below {@code bookstore.wrong} that breaks it. Rules without a counter-example have
 * been dead for years in good code: a package renamed, and they guard nothing.
 *
 * @param name what is so, as a sentence
 * @param brokenBy simple name of the counter-example
 */
record HouseRule(String name, ArchRule rule, String brokenBy) {

    static HouseRule rule(String name, String reason, String brokenBy, ArchRule rule) {
        return new HouseRule(name, rule.as(name).because(reason), brokenBy);
    }

    @Override
    public String toString() {
        return name;
    }
}
