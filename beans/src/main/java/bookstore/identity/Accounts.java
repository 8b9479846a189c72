package bookstore.identity;

import bookstore.identity.events.UserRegistered;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;

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
            throw new Refusal(Refusal.Kind.CONFLICT, "email-taken", "This address has an account already");
        }
        teller.tell(new UserRegistered(user.id(), email.text(), name, locale, user.registeredAt()));
        return user;
    }

    public User show(String id) {
        return users.find(id).orElseThrow(() -> Refusal.notFound("Your account"));
    }

    public User prefer(String id, String locale) {
        if (!users.prefer(id, locale)) {
            throw Refusal.notFound("Your account");
        }
        return show(id);
    }
}
