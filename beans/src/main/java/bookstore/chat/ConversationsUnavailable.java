package bookstore.chat;

/** What was said cannot be read or kept for the moment; what can be answered without it is answered. */
public final class ConversationsUnavailable extends RuntimeException {

    public ConversationsUnavailable(Throwable cause) {
        super("conversations are away", cause);
    }
}
