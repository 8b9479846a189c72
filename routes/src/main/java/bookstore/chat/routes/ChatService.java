package bookstore.chat.routes;

import bookstore.OnService;
import org.springframework.context.annotation.Configuration;

/** Everything that the chat service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("chat")
public class ChatService {}
