package bookstore.faults;

import bookstore.faults.Victims.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the game stands: the shop's orders against those who try to lose one. */
record Score(int accepted, int confirmed, int cancelled, int lost, int doubled) {

    /** @param accepted the orders that buyers were told of */
    static Score of(JdbcClient jdbc, Invariants invariants, List<UUID> accepted) {
        return new Score(
                accepted.size(),
                count(jdbc, "ORDER_CONFIRMED"),
                count(jdbc, "ORDER_CANCELLED"),
                invariants.lost(accepted),
                invariants.doubled());
    }

    private static int count(JdbcClient jdbc, String status) {
        return jdbc.sql("select count(*) from ordering.orders where status = ?")
                .param(status)
                .query(Integer.class)
                .single();
    }

    int inFlight() {
        return Math.max(0, accepted - confirmed - cancelled);
    }

    /** For the terminal. */
    String line(Victims victims, int wanted) {
        return String.format(
                Locale.ROOT,
                "accepted %d  confirmed %d  cancelled %d  in flight %d  LOST %d  DOUBLED %d | kills %d of %d: ordering %d,"
                        + " finance %d, broker %d, database %d",
                accepted,
                confirmed,
                cancelled,
                inFlight(),
                lost,
                doubled,
                victims.total(),
                wanted,
                victims.of(Part.ORDERING),
                victims.of(Part.FINANCE),
                victims.of(Part.BROKER),
                victims.of(Part.DATABASE));
    }

    /** As a line of the table in docs/reliability.md. */
    String row(Victims victims, long seed, int copiesOfMails, Duration took) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d: %d, %d, %d, %d | %d | %d | %d | %d | %d | %d | %d |%n",
                LocalDate.now(ZoneOffset.UTC),
                machine(),
                seed,
                victims.total(),
                victims.of(Part.ORDERING),
                victims.of(Part.FINANCE),
                victims.of(Part.BROKER),
                victims.of(Part.DATABASE),
                accepted,
                confirmed,
                cancelled,
                lost,
                doubled,
                copiesOfMails,
                took.toMinutes());
    }

    private static String machine() {
        var runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature();
    }
}
