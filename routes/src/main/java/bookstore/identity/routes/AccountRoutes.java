package bookstore.identity.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.OnceOnly;

/** Accounts over HTTP; logging in is the issuer's business. */
class AccountRoutes extends HttpRoutes {

    private final AccountDesk desk;
    private final OnceOnly once;

    AccountRoutes(AccountDesk desk, OnceOnly once) {
        super("identity");
        this.desk = desk;
        this.once = once;
    }

    @Override
    protected void operations() {
        answer("identity-register-user", "Give somebody an account")
                .transacted("identity-transaction")
                .process(once.of("identity-register-user", desk::register));

        answer("identity-show-user", "Show the caller's account, which is made now for who comes from elsewhere")
                .transacted("identity-transaction")
                .setBody(desk::show);

        answer("identity-change-preferences", "Note how the caller wants to be written to")
                .transacted("identity-transaction")
                .setBody(desk::prefer);
    }
}
