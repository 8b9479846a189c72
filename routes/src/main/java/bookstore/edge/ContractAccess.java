package bookstore.edge;

import bookstore.edge.contract.Access;
import bookstore.edge.contract.Contract;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets callers do what the contract says they may. What lies below {@code /api/admin} is never for guests, and where the
 * contract names no other role or scope there it wants those of an admin.
 */
final class ContractAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ADMIN_PATHS = Contract.BASE_PATH + "/admin/";
    private static final String ADMIN = "admin";

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
        var guarded = request.getRequestURI().startsWith(ADMIN_PATHS) ? access.guardedBy(ADMIN) : access;
        return new AuthorizationDecision(mayCall(guarded, authentication.get()));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return (AuthorizationDecision) authorize(authentication, context);
    }

    /** Who shows a token is held to what it allows, also where guests are let in. */
    private static boolean mayCall(Access access, Authentication caller) {
        if (!(caller instanceof JwtAuthenticationToken)) {
            return access.anonymous();
        }
        return access.scopes().stream().allMatch(scope -> has(caller, "SCOPE_" + scope))
                && access.role().stream().allMatch(role -> has(caller, "ROLE_" + role));
    }

    private static boolean has(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
