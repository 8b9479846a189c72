package bookstore.wrong;

import org.springframework.jdbc.core.simple.JdbcClient;

record KnowsSpring(JdbcClient jdbc) {}
