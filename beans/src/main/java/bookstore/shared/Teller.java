package bookstore.shared;

/** Where a domain leaves word of what has happened; whoever implements it sees to it that it is told. */
@FunctionalInterface
public interface Teller {

    void tell(Message message);
}
