package bookstore.identity.routes;

import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Profile;
import bookstore.identity.Accounts;
import bookstore.identity.EmailAddress;
import bookstore.identity.Password;
import bookstore.identity.User;
import bookstore.shared.Refusal;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Takes requests about accounts, and answers them. */
final class AccountDesk {

    private static final String USUAL_LOCALE = "en";

    private final Accounts accounts;
    private final Json json;
    private final boolean registers;

    /** @param registers false where an external provider has the users: what is registered here could not log in */
    AccountDesk(Accounts accounts, Json json, boolean registers) {
        this.accounts = accounts;
        this.json = json;
        this.registers = registers;
    }

    /** What somebody tells of themselves to get an account. */
    record Registration(String email, String password, String name, @Nullable String locale) {
        @Override
        public String toString() {
            return "registration (not shown)";
        }
    }

    /** How somebody wants to be written to. */
    record Preferences(String locale) {}

    /** An account as its owner sees it. */
    record Account(String id, String email, String name, String locale, Set<String> roles, Instant registeredAt) {}

    void register(Exchange exchange) {
        if (!registers) {
            throw new Refusal(Refusal.Kind.CONFLICT, "registered-elsewhere", "The login page makes the accounts here");
        }
        var wanted = json.read(exchange, Registration.class);
        var email = new EmailAddress(wanted.email());
        var password = Password.chosen(wanted.password(), email, wanted.name());
        var locale = wanted.locale() == null ? USUAL_LOCALE : wanted.locale();
        var user = accounts.register(email, password, wanted.name().strip(), locale);
        json.created(exchange, "/api/users/me", account(user, Set.of("user")));
    }

    Account show(Exchange exchange) {
        var caller = Caller.of(exchange);
        return account(user(caller), caller.roles());
    }

    Account prefer(Exchange exchange) {
        var caller = Caller.of(exchange);
        var wanted = json.read(exchange, Preferences.class);
        return account(accounts.prefer(user(caller).id(), wanted.locale()), caller.roles());
    }

    /** Who was registered elsewhere is welcomed at first sight, if the token says how to write to them. */
    private User user(Caller caller) {
        return accounts.find(caller.userId())
                .or(() -> caller.profile().map(profile -> welcome(caller.userId(), profile)))
                .orElseThrow(() -> Refusal.notFound("Your account"));
    }

    private User welcome(String id, Profile profile) {
        var locale = profile.locale().orElse(USUAL_LOCALE);
        return accounts.welcome(id, new EmailAddress(profile.email()), profile.name(), locale);
    }

    private static Account account(User user, Set<String> roles) {
        return new Account(user.id(), user.email().text(), user.name(), user.locale(), roles, user.registeredAt());
    }
}
