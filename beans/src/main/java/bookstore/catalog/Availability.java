package bookstore.catalog;

/**
 * How many copies can be sold, as the catalogue last heard of it.
 *
 * @param available 0 or more
 */
public record Availability(int available, Status status) {

    /** What a shopper is told. */
    public enum Status {
        IN_STOCK,
        LOW,
        OUT_OF_STOCK
    }

    private static final int LOW_BELOW = 5;

    public static Availability of(int available) {
        if (available <= 0) {
            return new Availability(0, Status.OUT_OF_STOCK);
        }
        return new Availability(available, available < LOW_BELOW ? Status.LOW : Status.IN_STOCK);
    }
}
