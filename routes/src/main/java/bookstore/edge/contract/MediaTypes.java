package bookstore.edge.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What an operation takes and gives, against what the caller sends and wants (RFC 9110, section 12 and 15.5). */
final class MediaTypes {

    /** Spring reads no more. */
    private static final int MOST_WANTED = 50;

    private MediaTypes() {}

    /**
     * What cannot be read is refused also where nothing is given back: Spring would refuse it while the route works.
     *
     * @param accept all headers of this name
     */
    static void mustProduce(Operation operation, List<String> accept) {
        var wanted =
                accept.stream().map(MediaTypes::parse).flatMap(List::stream).toList();
        if (wanted.size() > MOST_WANTED || accept.stream().anyMatch(MediaTypes::isNonsense)) {
            throw Rejection.of(406, "not-acceptable", "The header Accept cannot be read");
        }
        if (!accept.isEmpty() && !operation.produces().isEmpty() && !isOffered(operation, wanted)) {
            throw Rejection.of(406, "not-acceptable", "This is offered as " + words(operation.produces()));
        }
    }

    private static boolean isNonsense(String header) {
        return !header.isBlank() && parse(header).isEmpty();
    }

    private static boolean isOffered(Operation operation, List<MediaType> wanted) {
        return wanted.stream().filter(type -> type.getQualityValue() > 0).anyMatch(type -> operation.produces().stream()
                .anyMatch(type::isCompatibleWith));
    }

    /** The type of the body as the contract names it, null if there is none to be read. */
    static @Nullable MediaType mustConsume(Operation operation, HttpServletRequest request) {
        if (operation.consumes().isEmpty()) {
            return null;
        }
        var sent = request.getContentType();
        if (sent == null && request.getContentLengthLong() <= 0 && !isChunked(request)) {
            if (operation.bodyRequired()) {
                throw Rejection.malformed("#", "a body is required");
            }
            return null;
        }
        return operation.consumes().keySet().stream()
                .filter(type -> sent != null && parse(sent).stream().anyMatch(type::includes))
                .findFirst()
                .orElseThrow(() -> unsupported(operation));
    }

    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    private static Rejection unsupported(Operation operation) {
        var offered = words(operation.consumes().keySet());
        return new Rejection(
                415, "unsupported-media-type", "This takes " + offered, List.of(), Map.of("Accept-Post", offered));
    }

    private static List<MediaType> parse(String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    private static String words(Iterable<MediaType> types) {
        return java.util.stream.StreamSupport.stream(types.spliterator(), false)
                .map(MediaType::toString)
                .collect(Collectors.joining(", "));
    }
}
