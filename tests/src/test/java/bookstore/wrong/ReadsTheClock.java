package bookstore.wrong;

import java.time.Instant;

record ReadsTheClock(Instant at) {

    ReadsTheClock() {
        this(Instant.now());
    }
}
