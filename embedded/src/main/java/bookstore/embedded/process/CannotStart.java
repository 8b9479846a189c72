package bookstore.embedded.process;

/** An embedded server cannot start. The message is one line for whoever started the program, without a stack trace. */
public final class CannotStart extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
