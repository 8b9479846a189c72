package bookstore.wrong;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("bookstore.wrong")
class LooseSettings {}
