package bookstore.identity.postgres;

import bookstore.identity.EmailAddress;
import bookstore.identity.Password;
import bookstore.identity.User;
import bookstore.identity.Users;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Users with the BCrypt hashes of their passwords. */
class PostgresUsers implements Users {

    private final JdbcClient jdbc;
    private final PasswordEncoder hashes = new BCryptPasswordEncoder();

    /** Compared with where there is nobody to compare with. */
    private final String nobodys = hashes.encode("nobody's password");

    PostgresUsers(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public boolean add(User user, Password password) {
        return insert(user, hashes.encode(password.secret()));
    }

    @Override
    public boolean welcome(User user) {
        return insert(user, null);
    }

    private boolean insert(User user, @Nullable String hash) {
        return jdbc.sql("insert into users (id, email, name, locale, password_hash, registered_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(user.id(), user.email().text(), user.name(), user.locale(), hash)
                        .param(Timestamp.from(user.registeredAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<User> find(String id) {
        return jdbc.sql("select id, email, name, locale, registered_at from users where id = ?")
                .param(id)
                .query((row, number) -> user(row))
                .optional();
    }

    @Override
    public Optional<User> recognise(EmailAddress email, Password password) {
        var hash = jdbc.sql("select password_hash from users where email = ? and password_hash is not null")
                .param(email.text())
                .query(String.class)
                .optional();
        return hashes.matches(password.secret(), hash.orElse(nobodys)) && hash.isPresent()
                ? byEmail(email)
                : Optional.empty();
    }

    private Optional<User> byEmail(EmailAddress email) {
        return jdbc.sql("select id, email, name, locale, registered_at from users where email = ?")
                .param(email.text())
                .query((row, number) -> user(row))
                .optional();
    }

    @Override
    public boolean prefer(String id, String locale) {
        return jdbc.sql("update users set locale = ? where id = ?")
                        .params(locale, id)
                        .update()
                == 1;
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("id"),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("locale"),
                row.getTimestamp("registered_at").toInstant());
    }
}
