package bookstore.operations;

/**
 * Something outside this process that it works with, and how to ask whether it is there. A context that has one of its
 * own makes it a bean.
 *
 * @param name as the words for shoppers and the health page call it
 * @param needed whether nothing goes without it; otherwise the shop is degraded while it is away
 * @param awaited whether it comes while the shop opens, so that nobody has to be warned
 * @param check returns if the part is there, and fails within seconds if not
 */
public record Part(String name, boolean needed, boolean awaited, Check check) {

    /** Asks a part whether it is there. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    public static Part needed(String name, Check check) {
        return new Part(name, true, false, check);
    }

    public static Part helpful(String name, Check check) {
        return new Part(name, false, false, check);
    }

    public static Part awaited(String name, Check check) {
        return new Part(name, true, true, check);
    }
}
