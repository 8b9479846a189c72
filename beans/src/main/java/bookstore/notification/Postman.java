package bookstore.notification;

/** Who comes for the mail when called. */
@FunctionalInterface
public interface Postman {

    /** Says that there is mail. Does not wait for it to be sent. */
    void call();
}
