package bookstore.edge;

import bookstore.edge.contract.Access;
import bookstore.edge.contract.Contract;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets callers do what the contract says they may; what lies below {@code /api/admin} always wants an admin. */
final class ContractAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ADMIN_PATHS = Contract.BASE_PATH + "/admin/";

    private final Contract contract;

    ContractAccess(Contract contract) {
        this.contract = contract;
    }

    @Override
    public AuthorizationResult authorize(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var operation = contract.peek(request.getMethod(), request.getRequestURI());
        if (operation.isEmpty()) {
            // nothing is there to be guarded; the check that follows says 404 or 405
            return new AuthorizationDecision(true);
        }
        var access = operation.get().access();
        var fallback = request.getRequestURI().startsWith(ADMIN_PATHS) ? "admin" : null;
        return new AuthorizationDecision(
                access.anonymous() && fallback == null || mayCall(access, fallback, authentication.get()));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return (AuthorizationDecision) authorize(authentication, context);
    }

    private static boolean mayCall(Access access, @Nullable String fallback, Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken)) {
            return false;
        }
        var role = access.role().orElse(fallback);
        return access.scopes().stream().allMatch(scope -> has(authentication, "SCOPE_" + scope))
                && (role == null || has(authentication, "ROLE_" + role));
    }

    private static boolean has(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
