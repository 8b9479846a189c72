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

    private MediaTypes() {}

    static void mustProduce(Operation operation, @Nullable String accept) {
        if (accept == null || operation.produces().isEmpty()) {
            return;
        }
        for (var wanted : parse(accept)) {
            if (wanted.getQualityValue() > 0 && operation.produces().stream().anyMatch(wanted::isCompatibleWith)) {
                return;
            }
        }
        throw Rejection.of(406, "not-acceptable", "This is offered as " + words(operation.produces()));
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
