package bookstore.notification.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the notification service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("notification")
public class NotificationService {}
