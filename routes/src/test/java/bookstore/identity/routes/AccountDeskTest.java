package bookstore.identity.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.edge.Json;
import bookstore.identity.Accounts;
import bookstore.identity.EmailAddress;
import bookstore.identity.Password;
import bookstore.identity.User;
import bookstore.identity.Users;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Whom the desk gives an account. */
class AccountDeskTest {

    private static final String JANE =
            """
            {"email": "jane@example.org", "password": "correct horse", "name": "Jane"}
            """;

    private final Register users = new Register();

    @Test
    void who_asks_is_registered_where_the_shop_has_the_users() {
        desk(true).register(request());

        assertThat(users.known).hasSize(1);
    }

    @Test
    void nobody_is_registered_where_an_external_provider_has_the_users() {
        assertThatThrownBy(() -> desk(false).register(request()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("registered-elsewhere"));

        assertThat(users.known).isEmpty();
    }

    private AccountDesk desk(boolean registers) {
        var clock = Clock.systemUTC();
        var json = new Json(new ObjectMapper().findAndRegisterModules());
        return new AccountDesk(new Accounts(users, event -> {}, new Ids(clock), clock), json, registers);
    }

    private static DefaultExchange request() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(JANE);
        return exchange;
    }

    private static final class Register implements Users {

        private final List<User> known = new ArrayList<>();

        @Override
        public boolean add(User user, Password password) {
            return known.add(user);
        }

        @Override
        public boolean welcome(User user) {
            return known.add(user);
        }

        @Override
        public Optional<User> find(String id) {
            return known.stream().filter(user -> user.id().equals(id)).findAny();
        }

        @Override
        public Optional<User> recognise(EmailAddress email, Password password) {
            return Optional.empty();
        }

        @Override
        public boolean prefer(String id, String locale) {
            return false;
        }
    }
}
