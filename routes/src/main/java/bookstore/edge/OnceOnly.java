package bookstore.edge;

import bookstore.shared.GivenAnswer;
import bookstore.shared.RequestKey;
import bookstore.shared.postgres.GivenAnswers;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes one thing of one wish, however often it comes with the same {@code Idempotency-Key}. The answer is kept in the
 * transaction of the thing, so both are there or none is; what is refused leaves its key free.
 */
public final class OnceOnly {

    private final GivenAnswers answers;
    private final Json json;

    public OnceOnly(GivenAnswers answers, Json json) {
        this.answers = answers;
        this.json = json;
    }

    /**
     * Work of which a request that comes again gets the first one's answer. Belongs into a transaction.
     *
     * @param operation as in the contract, which has to declare the key there
     * @param work leaves its answer by the verbs of {@link Json}
     */
    public Processor of(String operation, Processor work) {
        return exchange -> {
            var key = RepeatedRequest.key(exchange, operation);
            if (key.isPresent()) {
                once(exchange, key.get(), work);
            } else {
                work.process(exchange);
            }
        };
    }

    private void once(Exchange exchange, RequestKey key, Processor work) throws Exception {
        var body = BodyDigest.along(exchange);
        var before = answers.claim(key);
        if (before.isPresent()) {
            json.replay(exchange, before.get().to(key.fingerprint(body.whole())));
        } else {
            work.process(exchange);
            answers.keep(key, given(exchange, key.fingerprint(body.whole())));
        }
    }

    private static GivenAnswer given(Exchange exchange, String fingerprint) {
        var message = exchange.getMessage();
        return new GivenAnswer(
                fingerprint,
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                message.getHeader("Location", String.class),
                message.getHeader("ETag", String.class),
                message.getBody(String.class));
    }
}
