package bookstore.edge;

import bookstore.edge.contract.Accepted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Hands requests to bounded executors by their class of work, so that a hung chat never delays a checkout. A full lane
 * refuses at once, which is answered 503.
 *
 * <p>Takes the place of the one pool of eight threads with an endless queue that platform-http would share.
 */
final class Lanes implements Executor, AutoCloseable {

    private static final List<String> NAMES = List.of("shop", "checkout", "watch", "chat", "admin", "feeds");
    private static final String USUAL = "shop";

    private final Map<String, Executor> lanes;

    Lanes(EdgeSettings settings, boolean virtualThreads) {
        Function<String, Executor> make = name ->
                virtualThreads ? virtualLane(name, settings.lane(name)) : platformLane(name, settings.lane(name));
        this.lanes = NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), make));
    }

    /** Called on the server's thread; the work keeps that thread's log context. */
    @Override
    public void execute(Runnable work) {
        var context = MDC.getCopyOfContextMap();
        lanes.getOrDefault(laneOfRequest(), lanes.get(USUAL)).execute(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        });
    }

    private static String laneOfRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(ContractFilter.ACCEPTED, 0) instanceof Accepted accepted
                ? laneOf(accepted)
                : USUAL;
    }

    private static String laneOf(Accepted accepted) {
        var operation = accepted.operation();
        return operation.lane().orElse(NAMES.contains(operation.context()) ? operation.context() : USUAL);
    }

    private static Executor virtualLane(String name, EdgeSettings.Lane lane) {
        var executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(lane.threads() + lane.queue());
        executor.setRejectTasksWhenLimitReached(true);
        return executor;
    }

    private static Executor platformLane(String name, EdgeSettings.Lane lane) {
        BlockingQueue<Runnable> queue =
                lane.queue() == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(lane.queue());
        var threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        var executor = new ThreadPoolExecutor(lane.threads(), lane.threads(), 30, TimeUnit.SECONDS, queue, threads);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void close() {
        lanes.values().forEach(lane -> {
            if (lane instanceof ExecutorService service) {
                service.shutdown();
            }
        });
    }
}
