package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a value in a payload, as in {@code a.b[].c[0]."d e"}. A list is entered only by {@code []} or an index.
 *
 * @param first the key in the payload itself
 */
record JsonPath(String first, List<Step> rest) {

    private static final String NAME = "(?:([\\p{IsAlphabetic}\\p{IsDigit}_-]+)|\"([^\"\\\\]*)\")";
    private static final Pattern FIRST = Pattern.compile("\\G" + NAME);
    private static final Pattern NEXT = Pattern.compile("\\G(?:\\." + NAME + "|\\[(\\d{0,9})])");

    sealed interface Step {}

    record Key(String name) implements Step {}

    record Index(int at) implements Step {}

    /** All members of a list. */
    record Each() implements Step {}

    static JsonPath of(String text) {
        Matcher matcher = FIRST.matcher(text);
        if (!matcher.find()) {
            throw malformed(text);
        }
        String first = name(matcher);
        var rest = new ArrayList<Step>();
        int end = matcher.end();
        matcher.usePattern(NEXT);
        while (matcher.find()) {
            rest.add(step(matcher));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw malformed(text);
        }
        return new JsonPath(first, List.copyOf(rest));
    }

    /** The path to each member of the list at this path. */
    JsonPath each() {
        return !rest.isEmpty() && rest.get(rest.size() - 1) instanceof Each ? this : to(new Each());
    }

    JsonPath to(Step step) {
        var longer = new ArrayList<>(rest);
        longer.add(step);
        return new JsonPath(first, List.copyOf(longer));
    }

    /** This path seen from above its base. */
    JsonPath below(JsonPath base) {
        var longer = new ArrayList<>(base.rest);
        longer.add(new Key(first));
        longer.addAll(rest);
        return new JsonPath(base.first, List.copyOf(longer));
    }

    boolean startsWith(JsonPath other) {
        return first.equals(other.first)
                && other.rest.size() <= rest.size()
                && rest.subList(0, other.rest.size()).equals(other.rest);
    }

    /** What is there; a list counts as one value. */
    List<Value> values(Map<String, Value> payload) {
        Value value = payload.get(first);
        if (value == null) {
            return List.of();
        }
        if (rest.isEmpty()) {
            return List.of(value);
        }
        var found = new ArrayList<Value>();
        collect(value, rest, found);
        return found;
    }

    private static void collect(Value value, List<Step> steps, List<Value> found) {
        if (steps.isEmpty()) {
            found.add(value);
            return;
        }
        List<Step> rest = steps.subList(1, steps.size());
        for (Value member : members(value, steps.get(0))) {
            collect(member, rest, found);
        }
    }

    private static List<Value> members(Value value, Step step) {
        if (step instanceof Key key) {
            Value member = value.getStructValue().getFieldsMap().get(key.name());
            return member == null ? List.of() : List.of(member);
        }
        List<Value> list = value.getListValue().getValuesList();
        if (step instanceof Index index) {
            return index.at() < list.size() ? List.of(list.get(index.at())) : List.of();
        }
        return list;
    }

    private static Step step(Matcher matcher) {
        String index = matcher.group(3);
        if (index == null) {
            return new Key(name(matcher));
        }
        return index.isEmpty() ? new Each() : new Index(Integer.parseInt(index));
    }

    private static String name(Matcher matcher) {
        String raw = matcher.group(1);
        return raw == null ? matcher.group(2) : raw;
    }

    private static RuntimeException malformed(String text) {
        return Errors.malformed("Invalid json path: '" + text + "'");
    }
}
