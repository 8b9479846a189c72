package bookstore.notification.mustache;

import bookstore.notification.Letter;
import bookstore.notification.MailKind;
import bookstore.notification.Templates;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Letters from {@code bookstore/notification/<language>/<kind>.txt} and {@code .html}. The text begins with the subject
 * and an empty line. In HTML every fact is escaped; a fact that a template wants and nobody gave fails the letter.
 */
class MustacheTemplates implements Templates {

    private static final String FOLDER = "/bookstore/notification/";
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    @Override
    public Letter write(MailKind kind, String locale, Map<String, Object> facts) {
        var asked = Locale.forLanguageTag(locale);
        var spoken = LANGUAGES.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
        var words = Wording.of(spoken).apply(facts);
        var file = spoken.getLanguage() + "/" + kind.slug();
        var text = template(file + ".txt").execute(words);
        var html = template(file + ".html").execute(words);
        var end = text.indexOf('\n');
        return new Letter(text.substring(0, end), html, text.substring(end + 1).stripLeading());
    }

    private Template template(String file) {
        return compiled.computeIfAbsent(file, MustacheTemplates::compile);
    }

    private static Template compile(String file) {
        var language = file.substring(0, file.indexOf('/') + 1);
        return Mustache.compiler()
                .escapeHTML(file.endsWith(".html"))
                .withLoader(part -> open(language + part))
                .compile(open(file));
    }

    private static Reader open(String file) {
        var in = MustacheTemplates.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("no template " + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
