package bookstore.saga;

/** A failure in one line that fits into a row. */
final class ErrorText {

    private static final int LENGTH = 500;

    private ErrorText() {}

    static String of(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        // PostgreSQL takes any character but NUL
        var text = (root.getClass().getSimpleName() + ": " + root.getMessage()).replace('\0', ' ');
        return text.substring(0, Math.min(LENGTH, text.length()));
    }
}
