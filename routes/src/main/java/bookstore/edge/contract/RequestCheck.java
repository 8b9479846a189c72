package bookstore.edge.contract;

import bookstore.edge.contract.Rejection.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Holds requests against the contract: nothing undeclared, nothing malformed gets through. */
public final class RequestCheck {

    private static final int MOST_FAULTS = 20;

    private final Contract contract;
    private final BodyReader bodies;

    /** @param maxBody most bytes of a body where the operation says nothing else */
    public RequestCheck(Contract contract, DataSize maxBody) {
        this.contract = contract;
        this.bodies = new BodyReader(maxBody);
    }

    /** Throws a {@link Rejection} for what breaks the contract. */
    public Accepted check(HttpServletRequest request) {
        var call = contract.find(request.getMethod(), request.getRequestURI());
        var operation = call.operation();
        CardCheck.check(operation, request);
        MediaTypes.mustProduce(operation, Collections.list(request.getHeaders("Accept")));
        var contentType = MediaTypes.mustConsume(operation, request);
        var faults = new ArrayList<Fault>();
        var parameters = parameters(call, request, faults);
        if (!faults.isEmpty()) {
            throw Rejection.malformed(faults);
        }
        var body = contentType == null ? null : bodies.read(operation, contentType, request);
        return new Accepted(operation, parameters, body, contentType == null ? null : contentType.toString());
    }

    private static Map<String, Object> parameters(Contract.Call call, HttpServletRequest request, List<Fault> faults) {
        var query = QueryString.parse(request.getQueryString());
        var accepted = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        for (var parameter : call.operation().parameters()) {
            var values = values(parameter, call, query, request);
            if (values != null && !values.isEmpty()) {
                var value = parameter.read(values);
                faults.addAll(faults(parameter.schema(), value, parameter.pointer()));
                accepted.put(parameter.name(), Parameter.value(value));
            } else if (parameter.required()) {
                faults.add(new Fault(parameter.pointer(), "is required"));
            } else if (parameter.fallback() != null) {
                accepted.put(parameter.name(), parameter.fallback());
            }
        }
        query.keySet().stream()
                .filter(name -> !declares(call.operation(), name))
                .forEach(name -> faults.add(new Fault("query/" + name, "is unknown")));
        return accepted;
    }

    private static @Nullable List<String> values(
            Parameter parameter, Contract.Call call, Map<String, List<String>> query, HttpServletRequest request) {
        return switch (parameter.in()) {
            case "path" -> List.of(call.pathValues().getOrDefault(parameter.name(), ""));
            case "query" -> query.get(parameter.name());
            case "header" -> HeaderLines.of(request, parameter.name());
            default -> null;
        };
    }

    private static boolean declares(Operation operation, String query) {
        return operation.parameters().stream()
                .anyMatch(p -> p.in().equals("query") && p.name().equals(query));
    }

    static List<Fault> faults(JsonSchema schema, JsonNode value, String prefix) {
        var broken =
                schema.validate(value).stream().map(message -> new Fault(prefix + pointer(message), words(message)));
        return Stream.concat(Characters.faults(value, prefix), broken)
                .limit(MOST_FAULTS)
                .toList();
    }

    private static String pointer(ValidationMessage message) {
        var at = message.getInstanceLocation().toString();
        return message.getProperty() == null ? at : at + "/" + message.getProperty();
    }

    /** The validator's words without the place, which the pointer says. */
    private static String words(ValidationMessage message) {
        var text = message.getMessage();
        var at = message.getInstanceLocation() + ": ";
        return text.startsWith(at) ? text.substring(at.length()) : text;
    }
}
