package bookstore.catalog;

/**
 * What buyers think of a book.
 *
 * @param average 1 to 5 with one decimal, 0 as long as nobody has said anything
 * @param count of the reviews
 */
public record Rating(double average, int count) {

    public static final Rating NONE = new Rating(0, 0);

    /** @param stars of all reviews together */
    public static Rating of(long stars, int count) {
        return new Rating(count == 0 ? 0 : Math.round(10.0 * stars / count) / 10.0, count);
    }
}
