package bookstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.stories.Shop;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has arrived at the mail server. */
final class Mails {

    /** The one who is called when a mail has come, and the one who looks for those that are due. */
    private static final int POSTMEN = 2;

    private Mails() {}

    /** What was noted as sent was sent, and nothing else; a kill costs each postman one second copy at most. */
    static void agree(Shop shop, JdbcClient jdbc, int kills) {
        var arrived = ids(shop);
        var noted = jdbc.sql("select message_id from notification.mails where status = 'SENT'")
                .query(String.class)
                .list();
        assertThat(Set.copyOf(arrived)).isEqualTo(Set.copyOf(noted));
        assertThat(secondCopies(shop)).as("second copies").isLessThanOrEqualTo(POSTMEN * kills);
    }

    /** More than one of each. */
    static int secondCopies(Shop shop) {
        var arrived = ids(shop);
        return arrived.size() - Set.copyOf(arrived).size();
    }

    private static List<String> ids(Shop shop) {
        return shop.mailsTo("").stream()
                .map(mail -> mail.path("messageId").asText())
                .toList();
    }
}
