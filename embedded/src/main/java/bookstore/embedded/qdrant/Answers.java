package bookstore.embedded.qdrant;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what a call returns or refuses to the client. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final double NANOSECONDS = 1e9;

    private Answers() {}

    /** @param call is given a clock that tells the seconds since the call began, which most answers carry */
    static <T> void answer(StreamObserver<T> client, Function<DoubleSupplier, T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.apply(() -> (System.nanoTime() - start) / NANOSECONDS);
            client.onNext(answer);
            client.onCompleted();
        } catch (StatusRuntimeException e) {
            client.onError(e);
        } catch (RuntimeException e) {
            LOG.error("A call failed", e);
            client.onError(Errors.internal(e));
        }
    }
}
