package bookstore.identity;

import bookstore.identity.events.UserRegistered;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.Optional;

/** What people can do with their accounts. Every change is made in the caller's transaction. */
public final class Accounts {

    private final Users users;
    private final Teller teller;
    private final Ids ids;
    private final Clock clock;

    public Accounts(Users users, Teller teller, Ids ids, Clock clock) {
        this.users = users;
        this.teller = teller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives somebody an account; refused if the address has one. */
    public User register(EmailAddress email, Password password, String name, String locale) {
        var user = new User(ids.next().toString(), email, name, locale, clock.instant());
        if (!users.add(user, password)) {
            throw emailTaken();
        }
        return told(user);
    }

    /**
     * Gives somebody an account here whom an issuer elsewhere vouches for. Of two who try at once one makes it, and
     * tells.
     */
    public User welcome(String id, EmailAddress email, String name, String locale) {
        var user = new User(id, email, name, locale, clock.instant());
        return users.welcome(user) ? told(user) : users.find(id).orElseThrow(Accounts::emailTaken);
    }

    private User told(User user) {
        teller.tell(
                new UserRegistered(user.id(), user.email().text(), user.name(), user.locale(), user.registeredAt()));
        return user;
    }

    private static Refusal emailTaken() {
        return new Refusal(Refusal.Kind.CONFLICT, "email-taken", "This address has an account already");
    }

    public Optional<User> find(String id) {
        return users.find(id);
    }

    public User prefer(String id, String locale) {
        if (!users.prefer(id, locale)) {
            throw Refusal.notFound("Your account");
        }
        return users.find(id).orElseThrow();
    }
}
