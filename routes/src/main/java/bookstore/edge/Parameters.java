package bookstore.edge;

import bookstore.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The declared parameters of a request; they have the contract's types and have passed their schemas. */
public record Parameters(Exchange exchange) {

    public static Parameters of(Exchange exchange) {
        return new Parameters(exchange);
    }

    /** A parameter that is required or has a default. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the contract lets " + name + " be absent"));
    }

    public Optional<String> find(String name) {
        return value(name, String.class);
    }

    /** An integer that is required or has a default. */
    public int number(String name) {
        return value(name, Long.class)
                .map(Math::toIntExact)
                .orElseThrow(() -> new IllegalStateException("the contract lets " + name + " be absent"));
    }

    public Optional<BigDecimal> decimal(String name) {
        return find(name).map(BigDecimal::new);
    }

    public Optional<Boolean> truth(String name) {
        return value(name, Boolean.class);
    }

    public List<String> texts(String name) {
        return value(name, List.class).stream()
                .flatMap(values -> ((List<?>) values).stream())
                .map(String::valueOf)
                .toList();
    }

    /** An id in the path. What is no id names nothing, so it is not found. */
    public UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("What " + name + " names");
        }
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, type));
    }
}
