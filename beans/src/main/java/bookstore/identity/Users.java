package bookstore.identity;

import java.util.Optional;

/** Those who have an account. */
public interface Users {

    /**
     * Adds somebody, in the caller's transaction.
     *
     * @return false if the address has an account already
     */
    boolean add(User user, Password password);

    /**
     * Sees to it that somebody whose password is kept elsewhere has an account here too, in the caller's transaction.
     *
     * @return false if they have one, or somebody else has one for the address
     */
    boolean welcome(User user);

    Optional<User> find(String id);

    /** Whom these let in. Takes as long for an address that nobody has, so that nobody learns which there are. */
    Optional<User> recognise(EmailAddress email, Password password);

    /** @return false if there is no such user */
    boolean prefer(String id, String locale);
}
