package bookstore.identity.routes;

import bookstore.edge.HttpRoutes;

/** Accounts over HTTP; logging in is the issuer's business. */
class AccountRoutes extends HttpRoutes {

    private final AccountDesk desk;

    AccountRoutes(AccountDesk desk) {
        super("identity");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("identity-register-user", "Give somebody an account")
                .transacted("identity-transaction")
                .process(desk::register);

        answer("identity-show-user", "Show the caller's account").setBody(desk::show);

        answer("identity-change-preferences", "Note how the caller wants to be written to")
                .setBody(desk::prefer);
    }
}
