package bookstore.gateway;

import bookstore.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what several services answer to one request, in the order in which they are asked. */
final class Answers implements AggregationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /**
     * What a process has answered.
     *
     * @param from the contexts that it runs
     * @param status of its answer; 0 if it could not be asked
     * @param refusal instead of a body, where this process itself has refused
     */
    record Answer(List<String> from, int status, @Nullable String contentType, byte[] body, @Nullable Refusal refusal) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Whether it could not look, so that nobody knows what it has. */
        boolean isAway() {
            return status == 0 || status == 401 || status == 403 || status == 429 || status >= 500;
        }

        boolean hasNothing() {
            return status == 404;
        }
    }

    private final List<List<String>> asked;

    /** @param asked the contexts of each process, in their order */
    Answers(List<List<String>> asked) {
        this.asked = asked;
    }

    /** All that were gathered. */
    static List<Answer> of(Exchange exchange) {
        return Stream.of(exchange.getMessage().getBody(Answer[].class)).toList();
    }

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange now) {
        var answers = before == null ? new ArrayList<Answer>() : new ArrayList<>(of(before));
        answers.add(answer(now));
        now.setException(null);
        now.getMessage().getHeaders().clear();
        now.getMessage().setBody(answers.toArray(Answer[]::new));
        return now;
    }

    private Answer answer(Exchange exchange) {
        var from = asked.get(exchange.getProperty(Exchange.MULTICAST_INDEX, Integer.class));
        var refusal = exchange.getException(Refusal.class);
        if (refusal != null) {
            return new Answer(from, status(refusal), null, new byte[0], refusal);
        }
        var message = exchange.getMessage();
        var status = exchange.getException() == null
                ? message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class)
                : Integer.valueOf(0);
        var body = status == 0 ? null : message.getBody(byte[].class);
        var answer = new Answer(
                from,
                status,
                message.getHeader(Exchange.CONTENT_TYPE, String.class),
                body == null ? new byte[0] : body,
                null);
        if (answer.isAway()) {
            LOG.warn(
                    "Service away contexts={} status={} cause={}",
                    from,
                    status,
                    String.valueOf(exchange.getException()));
        }
        return answer;
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> 404;
            case UNAVAILABLE -> 503;
            default -> 409;
        };
    }
}
