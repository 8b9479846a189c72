package bookstore.notification.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.notification.MailKind;
import bookstore.notification.Specimen;
import com.samskivert.mustache.MustacheException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MustacheTemplatesTest {

    private final MustacheTemplates templates = new MustacheTemplates();

    @ParameterizedTest
    @EnumSource
    void every_kind_is_written_in_every_language(MailKind kind) {
        for (var language : new String[] {"en", "de"}) {
            var letter = templates.write(kind, language, Specimen.facts());

            assertThat(letter.subject()).isNotBlank().doesNotContain("{{");
            assertThat(letter.html())
                    .contains("lang=\"" + language)
                    .contains("</html>")
                    .doesNotContain("{{");
            assertThat(letter.text()).doesNotContain("{{", "<p>").doesNotStartWith("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,€25.80", "de-AT,'€ 25,80'", "de,'25,80 €'", "fr,€25.80", "'',€25.80", "x_!,€25.80"})
    void sums_are_written_as_in_the_language_of_the_reader(String locale, String sum) {
        var letter = templates.write(MailKind.PAYMENT_PROCESSED, locale, Specimen.facts());

        assertThat(letter.subject().replace('\u00a0', ' ')).endsWith(sum);
    }

    @Test
    void a_reason_that_nobody_has_worded_is_told_in_general() {
        var letter = templates.write(
                MailKind.ORDER_CANCELLED, "de", Map.of("order", "1", "reason", "SOMETHING_NEW", "total", "1"));

        assertThat(letter.text()).contains("sie konnte nicht abgeschlossen werden");
    }

    @Test
    void facts_are_no_markup_and_no_header() {
        var letter = templates.write(
                MailKind.USER_REGISTERED, "en", Map.of("name", "<b>Eve</b>\r\nBcc: all@evil.example\n{{order}}"));

        assertThat(letter.subject()).isEqualTo("Welcome, <b>Eve</b>");
        assertThat(letter.html()).contains("&lt;b&gt;Eve").contains("{{order}}");
    }

    @Test
    void a_letter_that_lacks_a_fact_is_not_written() {
        assertThatThrownBy(() -> templates.write(MailKind.ORDER_CONFIRMED, "en", Map.of("order", "1")))
                .isInstanceOf(MustacheException.class);
    }
}
