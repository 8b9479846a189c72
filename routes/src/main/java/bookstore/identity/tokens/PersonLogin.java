package bookstore.identity.tokens;

import bookstore.identity.EmailAddress;
import bookstore.identity.Lockout;
import bookstore.identity.Password;
import bookstore.identity.User;
import bookstore.identity.Users;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Recognises those who log in by the form: registered users by their address, demo users by their name. */
final class PersonLogin implements AuthenticationProvider {

    private final ObjectProvider<Users> users;
    private final Lockout lockout;

    PersonLogin(ObjectProvider<Users> users, Lockout lockout) {
        this.users = users;
        this.lockout = lockout;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var name = new EmailAddress(login.getName());
        if (lockout.isLocked(name.text())) {
            throw new LockedException("Too many failures");
        }
        var subject = recognise(name, String.valueOf(login.getCredentials()));
        if (subject.isEmpty()) {
            lockout.failed(name.text());
            throw new BadCredentialsException("Nobody has this name and password");
        }
        lockout.succeeded(name.text());
        return UsernamePasswordAuthenticationToken.authenticated(
                subject.get(), null, AuthorityUtils.createAuthorityList("ROLE_user"));
    }

    /** The id of whom these belong to. */
    private Optional<String> recognise(EmailAddress name, String password) {
        if (DemoUsers.names().contains(name.text())) {
            return Optional.of(name.text()).filter(password::equals);
        }
        return Optional.ofNullable(users.getIfAvailable())
                .flatMap(known -> known.recognise(name, new Password(password)))
                .map(User::id);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
