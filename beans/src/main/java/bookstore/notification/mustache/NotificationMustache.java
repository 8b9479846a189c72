package bookstore.notification.mustache;

import bookstore.notification.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wording of the shop's letters. */
@Configuration(proxyBeanMethods = false)
public class NotificationMustache {

    @Bean
    Templates templates() {
        return new MustacheTemplates();
    }
}
