package bookstore.operations;

import org.springframework.context.annotation.Configuration;

/** What every process offers to those who run it. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {}
