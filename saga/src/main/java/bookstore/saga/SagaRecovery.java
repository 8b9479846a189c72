package bookstore.saga;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finishes sagas: calls compensations and completions, compensates what has passed its deadline, forgets what ended
 * long ago. Runs in every instance; each saga is worked on by one of them at a time, under a lease with a fence.
 *
 * <p>A step is called and marked as done in one transaction. What its route writes on the calling thread through the
 * same transaction manager therefore happens exactly once; what it does elsewhere happens at least once and must be
 * idempotent. The routes must be synchronous for that.
 *
 * <p>Its life is apart from the service's, because Camel 4.17 stops the service together with any saga route. It calls
 * nothing before Camel has started, which with Spring Boot is after all beans, and stops before it.
 */
public final class SagaRecovery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRecovery.class);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Supplier<@Nullable CamelContext> camelContext;
    private final RegisteredEndpoints endpoints;
    private final TransactionTemplate transaction;
    private final SagaWork work;
    private final Bell bell;
    private final SagaSettings settings;
    private final AtomicLong forgetAt = new AtomicLong(System.nanoTime());
    private @Nullable ExecutorService threads;
    private @Nullable ProducerTemplate template;
    private volatile boolean running;

    SagaRecovery(
            Supplier<@Nullable CamelContext> camelContext,
            RegisteredEndpoints endpoints,
            TransactionTemplate transaction,
            SagaWork work,
            Bell bell,
            SagaSettings settings) {
        this.camelContext = camelContext;
        this.endpoints = endpoints;
        this.transaction = transaction;
        this.work = work;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        var camel = camelContext.get();
        if (camel == null) {
            throw new IllegalStateException("The saga service must belong to a CamelContext before sagas are finished");
        }
        // one for all calls: 4.17's own service leaks one an attempt (CAMEL-24146)
        var calls = camel.createProducerTemplate();
        var worker = new SagaWorker(endpoints, calls, transaction, work, settings);
        var pool = camel.getExecutorServiceManager().newFixedThreadPool(this, "saga-recovery", settings.workers());
        running = true;
        threads = pool;
        template = calls;
        for (var i = 0; i < settings.workers(); i++) {
            pool.execute(() -> run(camel, worker));
        }
    }

    private void run(CamelContext camel, SagaWorker worker) {
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                if (!camel.getStatus().isStarted() || !worker.workOnOne()) {
                    forget();
                    bell.await(settings.pollInterval());
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Saga recovery waits because of an error={}", ErrorText.of(e));
                bell.await(settings.pollInterval());
            }
        }
    }

    private void forget() {
        var at = forgetAt.get();
        if (System.nanoTime() - at >= 0 && forgetAt.compareAndSet(at, System.nanoTime() + FORGET_EVERY.toNanos())) {
            work.forget();
        }
    }

    /** Lets the steps that are being called come to their end, within reason. */
    @Override
    public synchronized void stop() {
        if (threads == null || template == null) {
            return;
        }
        running = false;
        for (var i = 0; i < settings.workers(); i++) {
            bell.ring();
        }
        template.getCamelContext().getExecutorServiceManager().shutdownGraceful(threads, STOP_WITHIN.toMillis());
        template.stop();
        threads = null;
        template = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Later than Camel's context, which has {@code Integer.MAX_VALUE - 101}. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
