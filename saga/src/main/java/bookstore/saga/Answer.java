package bookstore.saga;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Futures that are complete when they are made: what is asked has been done here and now. */
final class Answer {

    private Answer() {}

    static <T extends @Nullable Object> CompletableFuture<T> of(Supplier<T> question) {
        try {
            return CompletableFuture.completedFuture(question.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** As above; Camel replaces the exchange's own failure by ours, so ours carries it along. */
    static <T extends @Nullable Object> CompletableFuture<T> to(Exchange exchange, Supplier<T> question) {
        return of(() -> {
            try {
                return question.get();
            } catch (RuntimeException e) {
                if (exchange.getException() != null && exchange.getException() != e) {
                    e.addSuppressed(exchange.getException());
                }
                throw e;
            }
        });
    }
}
