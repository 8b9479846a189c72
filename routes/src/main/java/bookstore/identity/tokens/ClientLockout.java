package bookstore.identity.tokens;

import bookstore.identity.Lockout;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Lets nobody guess the secret of a client: a locked one is answered as if its secret were wrong. */
final class ClientLockout implements AuthenticationProvider {

    private final AuthenticationProvider secrets;
    private final Lockout lockout;

    ClientLockout(AuthenticationProvider secrets, Lockout lockout) {
        this.secrets = secrets;
        this.lockout = lockout;
    }

    @Override
    public Authentication authenticate(Authentication client) {
        var name = client.getName();
        if (lockout.isLocked(name)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        try {
            var known = secrets.authenticate(client);
            if (known != null) {
                lockout.succeeded(name);
            }
            return known;
        } catch (OAuth2AuthenticationException e) {
            lockout.failed(name);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return secrets.supports(kind);
    }
}
