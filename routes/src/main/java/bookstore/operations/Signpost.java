package bookstore.operations;

import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Tells whoever has started the shop on embedded servers where to look, once shoppers may come. */
@ConditionalOnProperty("bookstore.embedded.running")
final class Signpost {

    private static final Logger LOG = LoggerFactory.getLogger(Signpost.class);

    private final Environment environment;
    private final Watch watch;

    Signpost(Environment environment, Watch watch) {
        this.environment = environment;
        this.watch = watch;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        watch.complete().thenRun(this::tell);
    }

    private void tell() {
        var shop = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        var desk = "http://localhost:" + environment.getProperty("local.management.port", "9876");
        var lines = new ArrayList<String>();
        lines.add(
                "The bookstore is open, on embedded servers: " + environment.getProperty("bookstore.embedded.running"));
        lines.add("  API            " + shop + "/api");
        lines.add("  API page       " + shop + "/api/docs");
        lines.add("  Route console  " + desk + "/observe/hawtio");
        if (environment.containsProperty("bookstore.embedded.mails-url")) {
            lines.add("  Mails          " + environment.getProperty("bookstore.embedded.mails-url"));
        }
        if (!StringUtils.hasText(environment.getProperty("bookstore.identity.issuer"))) {
            lines.add("  A token        curl -s -u alice:alice -d grant_type=client_credentials " + shop
                    + "/oauth2/token");
        }
        LOG.info("{}", String.join(System.lineSeparator(), lines));
    }
}
