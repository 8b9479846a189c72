package bookstore.edge.contract;

import bookstore.edge.contract.Rejection.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what is no text: U+0000, which the database does not keep, and halves of pairs, which have no encoding. */
final class Characters {

    private Characters() {}

    static Stream<Fault> faults(JsonNode node, String pointer) {
        if (node.isTextual()) {
            return node.textValue().codePoints().anyMatch(Characters::isNone)
                    ? Stream.of(new Fault(pointer, "holds what is no character"))
                    : Stream.empty();
        }
        var fields =
                node.properties().stream().flatMap(field -> faults(field.getValue(), pointer + "/" + field.getKey()));
        var items = IntStream.range(0, node.isArray() ? node.size() : 0)
                .boxed()
                .flatMap(i -> faults(node.get(i), pointer + "/" + i));
        return Stream.concat(fields, items);
    }

    /** A half that stands alone is a code point of its own. */
    private static boolean isNone(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
