package bookstore.wrong.routes;

import org.springframework.jdbc.core.simple.JdbcClient;

record QueriesInARoute(JdbcClient jdbc) {}
