package bookstore.shared;

import java.util.List;

/** Where a domain leaves word of what has happened; whoever implements it sees to it that it is told. */
@FunctionalInterface
public interface Teller {

    void tell(Message message);

    /** Tells several, in their order. */
    default void tellAll(List<Message> messages) {
        messages.forEach(this::tell);
    }
}
