package bookstore.faults;

import bookstore.stories.Buyer;
import bookstore.stories.Shop;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** Some who order one book after the other, each as somebody else, and write down what the shop has told them. */
final class Customers implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Supplier<Shop> shop;
    private final List<String> books;
    private final Queue<UUID> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<AssertionError> refusals = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private volatile boolean closed;

    Customers(Supplier<Shop> shop, List<String> books, Random random) {
        this.shop = shop;
        this.books = books;
        for (var i = 0; i < AT_ONCE; i++) {
            var own = new Random(random.nextLong());
            threads.execute(() -> buy(own));
        }
    }

    private void buy(Random random) {
        while (!closed) {
            var book = books.get(random.nextInt(books.size()));
            var token = Crowd.ALL_WAYS[random.nextInt(Crowd.ALL_WAYS.length)];
            try {
                var wish = new Wish(buyer(), book, token);
                insist(wish);
                wish.order().ifPresent(accepted::add);
            } catch (ConditionTimeoutException closedForLong) {
                // somebody else tries later
                continue;
            } catch (AssertionError refused) {
                refusals.add(refused);
            }
        }
    }

    private Buyer buyer() {
        return shop.get().buyer();
    }

    /** A wish whose fate nobody knows is asked for until it is known, also when the shop closes. */
    private void insist(Wish wish) {
        var filled = false;
        while (wish.order().isEmpty() && !(closed && !wish.isOpen())) {
            filled = filled || fills(wish);
            if (filled) {
                wish.ask();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean fills(Wish wish) {
        try {
            return wish.fillsBasket();
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    List<UUID> accepted() {
        return List.copyOf(accepted);
    }

    /** Lets those who have asked hear their answer; an order that was refused is an error, since all were in order. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new AssertionError("some have never been told what became of their orders");
            }
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
