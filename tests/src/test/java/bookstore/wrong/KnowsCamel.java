package bookstore.wrong;

import org.apache.camel.CamelContext;

record KnowsCamel(CamelContext camel) {}
