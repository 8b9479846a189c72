package bookstore.catalog.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a product with what is in it.
 *
 * @param text all the text within, markup left out
 */
record OnixElement(String name, String text, List<OnixElement> children) {

    private static final int DEEPEST = 20;

    /** Reads the element on which the reader stands, to its end. */
    static OnixElement read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static OnixElement read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements are nested too deep", xml.getLocation());
        }
        var name = OnixTags.name(xml.getLocalName());
        var text = new StringBuilder();
        var children = new ArrayList<OnixElement>();
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                var child = read(xml, depth + 1);
                children.add(child);
                text.append(child.text());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("entities are not read", xml.getLocation());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return new OnixElement(name, text.toString(), children);
    }

    /** The elements at the end of a path, in their order. */
    Stream<OnixElement> all(String... path) {
        var found = Stream.of(this);
        for (var step : path) {
            found = found.flatMap(element ->
                    element.children().stream().filter(child -> child.name().equals(step)));
        }
        return found;
    }

    /** The text of the first element at the end of a path that has any. */
    Optional<String> first(String... path) {
        return all(path)
                .map(element -> element.text().strip())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    /** Whether a code (ONIX code lists) in it is one of these. */
    boolean has(String code, String... values) {
        return first(code).filter(List.of(values)::contains).isPresent();
    }
}
